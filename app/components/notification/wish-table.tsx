import type { MailWish } from '#db/schema'
import type { KindGroup, NotificationKind } from '~/domain/notification/kinds'
import { useText } from '~/i18n'

const wishes = ['at_once', 'digest', 'never'] as const satisfies readonly MailWish[]

interface WishTableProps {
  group: KindGroup
  kinds: readonly { kind: NotificationKind; mail: MailWish }[]
}

/** One row per kind, one column per wish: a radio button in each cell, named by both. Fields are `mail.<kind>`. */
export function WishTable({ group, kinds }: WishTableProps) {
  const { t } = useText()
  return (
    <table className="mb-8 w-full border-line bg-paper">
      <caption className="bg-ground pb-2 text-start text-lead font-semibold">
        {t(`notification.preferences.group.${group}`)}
      </caption>
      <thead>
        <tr className="border-b border-ink text-small text-quiet">
          <th scope="col" className="px-2.5 py-2 text-start font-normal">
            {t('notification.preferences.kind')}
          </th>
          {wishes.map((wish) => (
            <th key={wish} scope="col" className="w-16 px-1 py-2 text-center font-normal sm:w-28">
              {t(`notification.preferences.wish.${wish}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ kind, mail }) => {
          const label = t(`notification.label.${kind}`)
          return (
            <tr key={kind} className="border-b border-line">
              <th scope="row" className="px-2.5 py-2 text-start font-normal">
                {label}
              </th>
              {wishes.map((wish) => (
                <td key={wish} className="text-center">
                  <label className="flex min-h-10 cursor-pointer items-center justify-center">
                    <input
                      type="radio"
                      name={`mail.${kind}`}
                      value={wish}
                      defaultChecked={wish === mail}
                      aria-label={`${label}：${t(`notification.preferences.wish.${wish}`)}`}
                      className="size-4 accent-river"
                    />
                  </label>
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
