import { Section } from '~/components/layout/section'
import { Badge } from '~/components/ui/badge'
import { LinkButton } from '~/components/ui/button'
import { Facts } from '~/components/ui/facts'
import { Moment } from '~/components/ui/moment'
import { Notice } from '~/components/ui/notice'
import type { Tone } from '~/components/ui/tone'
import type { OwnBidView } from '~/domain/bid/queries.server'
import { useText } from '~/i18n'

const tones: Record<OwnBidView['state'], Tone> = {
  draft: 'plain',
  sealed: 'bad',
  withdrawn: 'plain',
  opened: 'good',
  opening_failed: 'waiting',
  destroyed: 'plain',
}

export function BidState({ state }: { state: OwnBidView['state'] }) {
  const { t } = useText()
  return <Badge tone={tones[state]}>{t(`bid.state.${state}`)}</Badge>
}

/** State, version, times and commitment of one's own bid: all that anybody knows of it while it is sealed. */
export function OwnBid({ own, at, open }: { own: OwnBidView; at: string; open: boolean }) {
  const { t } = useText()
  const { envelope } = own
  if (!envelope) return null
  return (
    <Section title={t('bid.own.title')}>
      <div className="max-w-form">
        <Facts
          layout="start"
          rows={[
            { term: t('bid.own.code'), value: own.code },
            { term: t('bid.own.state'), value: <BidState state={own.state} /> },
            { term: t('bid.own.version'), value: envelope.version },
            {
              term: t('bid.own.revision'),
              value: t('bid.own.revision_value', { revision: envelope.challenge_revision }),
            },
            { term: t('bid.own.submitted'), value: <Moment at={envelope.submitted_at} time /> },
            { term: t('bid.own.system'), value: <Moment at={envelope.system_at} time /> },
            { term: t('bid.own.commitment'), value: <code className="text-small">{envelope.commitment}</code> },
          ]}
        />
      </div>
      {own.state === 'sealed' && <p className="my-3 max-w-text text-quiet">{t('bid.own.sealed')}</p>}
      {own.state === 'withdrawn' && <p className="my-3 max-w-text text-quiet">{t('bid.own.withdrawn')}</p>}
      {own.state === 'opening_failed' && <Notice tone="warn">{t('bid.own.opening_failed')}</Notice>}
      {own.state === 'sealed' && (
        <div className="no-print mt-3 flex flex-wrap gap-3">
          <LinkButton to={`${at}/open`}>{t('bid.own.open')}</LinkButton>
          {open && (
            <LinkButton to={`${at}/withdraw`} look="grave">
              {t('bid.own.withdraw')}
            </LinkButton>
          )}
        </div>
      )}
    </Section>
  )
}
