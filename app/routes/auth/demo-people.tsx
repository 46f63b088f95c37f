import { PostForm } from '~/components/layout/post-form'
import { buttonClass } from '~/components/ui/button'
import type { DemoKey, DemoPart } from '~/domain/identity/demo-parts'
import { useText } from '~/i18n'

interface DemoPeopleProps {
  groups: readonly { part: DemoPart; people: readonly { key: DemoKey; name: string; role: string; can: string }[] }[]
  /** Where to go after entering; without it where the person starts. */
  next: string | null
}

/** Everybody of the demo by their part, each a form with one button. */
export function DemoPeople({ groups, next }: DemoPeopleProps) {
  const { t } = useText()
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      {groups.map(({ part, people }) => (
        <section key={part} aria-labelledby={`part-${part}`}>
          <h2 id={`part-${part}`} className="border-b border-ink pb-1 text-lead">
            {t(`demo.part.${part}`)}
          </h2>
          <ul>
            {people.map((person) => (
              <li key={person.key} className="border-b border-line bg-paper">
                <PostForm
                  action="/demo/enter"
                  send={{ person: person.key, ...(next ? { next } : {}) }}
                  className="flex items-center justify-between gap-4 px-3 py-2"
                >
                  <span className="min-w-0">
                    <span className="font-semibold">{person.name}</span>{' '}
                    <span className="text-small text-quiet">{person.role}</span>
                    <span className="block text-small">{person.can}</span>
                  </span>
                  <button
                    type="submit"
                    className={buttonClass('secondary', 'shrink-0')}
                    aria-label={t('auth.demo.enter_as', { name: person.name, role: person.role })}
                  >
                    {t('auth.demo.enter')}
                  </button>
                </PostForm>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
