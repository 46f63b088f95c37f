import { Section } from '~/components/layout/section'
import type { ListingResponse as Response, Told } from '~/domain/matching/rules'
import { formatNumber, useText } from '~/i18n'

/** What posers made of one's own listing: figures, the reasons of those who let it be, and what would help. */
export function ListingResponse({ response }: { response: Response }) {
  const { t } = useText()
  const { shown, opened, not_fit: notFit, reasons, others } = response
  if (shown === 0) return null
  const number = (value: Told) => (value === 'few' ? t('matching.response.few') : formatNumber(value))
  const facts = [
    t('matching.response.shown', { count: number(shown) }),
    t('matching.response.opened', { count: number(opened) }),
    notFit !== 0 && t('matching.response.not_fit', { count: number(notFit) }),
  ].filter(Boolean)
  const given = [
    ...reasons.map(({ reason, count }) => `${t(`matching.reason.${reason}`)} ${formatNumber(count)}`),
    ...(others ? [t(reasons.length > 0 ? 'matching.response.others' : 'matching.response.scattered')] : []),
  ]
  const [top] = reasons
  return (
    <Section title={t('matching.response.title')} id="response">
      <p className="numbers">{facts.join(' · ')}</p>
      {given.length > 0 && (
        <p className="numbers mt-1">{t('matching.response.reasons', { reasons: given.join(' · ') })}</p>
      )}
      {top && <p className="running mt-1 max-w-text">{t(`matching.help.${top.reason}`)}</p>}
      <p className="mt-1 max-w-text text-small text-quiet">{t('matching.response.about')}</p>
    </Section>
  )
}
