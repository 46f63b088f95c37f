import { Link } from '@remix-run/react'
import type { ChallengeOffers, ChallengeView } from '~/domain/challenge/views'
import { type TextKey, isTextKey, useText } from '~/i18n'

interface Action {
  to: string
  label: TextKey
  refusal: string | null
}

/** What this reader can do with a published challenge; what is refused for now stands there with its reason. */
export function ChallengeActions({ challenge }: { challenge: ChallengeView & ChallengeOffers }) {
  const { t } = useText()
  const at = `/challenges/${challenge.number}`
  const { state, isPoser, isReviewer } = challenge
  const offered = (event: string) => challenge.actions.find((each) => each.event === event)
  const actions: Action[] = []
  const judged = state === 'judging' || state === 'publicity' || state === 'awarded'
  if ((isPoser || isReviewer) && judged) {
    actions.push({ to: `${at}/compare`, label: 'challenge.page.compare', refusal: null })
    if (state === 'judging') actions.push({ to: `${at}/judges`, label: 'challenge.page.judges', refusal: null })
  }
  const intend = offered('intend_award')
  if (intend) actions.push({ to: `${at}/award`, label: 'challenge.page.award', refusal: intend.refusal })
  const fail = offered('fail_to_award')
  if (fail) actions.push({ to: `${at}/fail`, label: 'award.intend.fail', refusal: fail.refusal })
  const confirm = offered('confirm_award')
  if (confirm) actions.push({ to: `${at}/confirm`, label: 'challenge.page.confirm', refusal: confirm.refusal })
  const withdraw = offered('withdraw')
  if (withdraw) actions.push({ to: `${at}/withdraw`, label: 'challenge.page.withdraw', refusal: withdraw.refusal })
  if (actions.length === 0) return null
  return (
    <nav aria-label={t('challenge.page.can')} className="panel no-print px-4 py-2">
      <p className="text-small text-quiet">{t('challenge.page.can')}</p>
      <ul>
        {actions.map(({ to, label, refusal }) => (
          <li key={to} className="py-1">
            {refusal ? (
              <>
                <span className="font-semibold text-quiet">{t(label)}</span>
                <span className="block text-small text-quiet">{isTextKey(refusal) && t(refusal)}</span>
              </>
            ) : (
              <Link to={to} className="inline-flex min-h-10 items-center">
                {t(label)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
