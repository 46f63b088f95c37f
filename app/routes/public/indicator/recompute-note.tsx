import { Section } from '~/components/layout/section'
import { useText } from '~/i18n'

/** How anybody comes to the same figure from the public rows. */
export function Recompute({ to }: { to: string }) {
  const { t } = useText()
  return (
    <Section id="recompute" title={t('indicator.recompute.title')}>
      <p className="max-w-text">{t('indicator.recompute.text')}</p>
      <p className="mt-2">
        <a href={to}>{t('indicator.page.json')}</a>
      </p>
    </Section>
  )
}
