import { Link } from '@remix-run/react'
import { Facts } from '~/components/ui/facts'
import { Countdown, Moment } from '~/components/ui/moment'
import { MoneyRange } from '~/components/ui/money'
import { Seal } from '~/components/ui/seal'
import type { ChallengeView } from '~/domain/challenge/views'
import { useText } from '~/i18n'

/** Budget, dates, ownership and how the award is made. */
export function ChallengeFacts({ challenge }: { challenge: ChallengeView }) {
  const { t } = useText()
  const { budget_min_fen: from, budget_max_fen: to } = challenge
  return (
    <section aria-label={t('challenge.fact.label')} className="panel px-4 py-1">
      <Facts
        rows={[
          {
            term: t('challenge.fact.budget'),
            strong: true,
            value: (
              <>
                <MoneyRange from={from} to={to} />
                {challenge.budget_negotiable && (from || to) && (
                  <span className="block text-small font-normal text-quiet">{t('challenge.fact.negotiable')}</span>
                )}
              </>
            ),
          },
          {
            term: t('challenge.fact.payment'),
            value:
              challenge.payment_plan.length > 0 &&
              challenge.payment_plan.map((step, index) => (
                <span key={index} className="block">
                  {step.label} {step.percent}%
                </span>
              )),
          },
          {
            term: t('challenge.fact.bid_deadline'),
            value: challenge.bid_deadline && (
              <>
                <Moment at={challenge.bid_deadline} time />
                {challenge.state === 'open' && (
                  <span className="block text-small">
                    {t('challenge.fact.left')} <Countdown to={challenge.bid_deadline} />
                  </span>
                )}
              </>
            ),
          },
          {
            term: t('challenge.fact.delivery'),
            value: challenge.delivery_deadline ?? t('challenge.fact.delivery_open'),
          },
          { term: t('challenge.fact.mode'), value: t(`challenge.mode.${challenge.cooperation_mode}`) },
          {
            term: t('challenge.fact.winners'),
            value:
              challenge.winner_mode === 'race'
                ? t('challenge.fact.race', { count: challenge.max_winners })
                : t('challenge.fact.single'),
          },
          {
            term: t('challenge.fact.criteria'),
            value: challenge.criteria.map((each, index) => (
              <span key={index} className="block">
                {each.name} {each.weight}
              </span>
            )),
          },
          {
            term: t('challenge.fact.judges'),
            value: t('challenge.fact.judges_least', { count: challenge.minimum_judges }),
          },
        ]}
      />
      <div className="border-t border-line py-2 text-small">
        <p className="text-quiet">{t('challenge.fact.ip')}</p>
        <p className="whitespace-pre-line">
          {challenge.ip_ownership || t(`challenge.ip_default.${challenge.ip_default}`)}
        </p>
      </div>
    </section>
  )
}

/** What sealing means, and after closing what was fixed then. Before the deadline it says the same whether there are bids or none. */
export function SealCard({ challenge }: { challenge: ChallengeView }) {
  const { t } = useText()
  if (!challenge.seal) return null
  if (challenge.state === 'open') {
    return (
      <Seal state="sealed" at={challenge.bid_deadline} title={t('challenge.seal.title')}>
        <p>{t('challenge.seal.nobody')}</p>
        <p className="mt-1">{t('challenge.seal.receipt')}</p>
        <p className="mt-1">
          {t('challenge.seal.limits')} <Link to="/about#sealing">{t('challenge.seal.how')}</Link>
        </p>
      </Seal>
    )
  }
  if (challenge.state === 'withdrawn') return null
  return (
    <Seal
      state={challenge.opened_at ? 'opened' : 'sealed'}
      at={challenge.opened_at ?? challenge.bid_deadline}
      title={t(challenge.opened_at ? 'challenge.seal.opened' : 'challenge.seal.opening')}
    >
      {challenge.closing ? (
        <>
          <p>{t('challenge.seal.entries', { count: challenge.closing.entries })}</p>
          <p className="mt-1">
            {t('challenge.seal.digest')} <code className="break-all">{challenge.closing.digest}</code>
          </p>
        </>
      ) : (
        <p>{t('challenge.seal.closing_soon')}</p>
      )}
    </Seal>
  )
}
