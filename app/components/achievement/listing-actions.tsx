import { ActForm, SubmitButton } from '~/components/forms/act-form'
import { LinkButton } from '~/components/ui/button'
import { useText } from '~/i18n'

interface ListingActionsProps {
  /** Path in the workspace. */
  base: string
  publicPath: string
  state: string
  actKey: string
}

/** What can be done with one's own listing, by its state. */
export function ListingActions({ base, publicPath, state, actKey }: ListingActionsProps) {
  const { t } = useText()
  return (
    <div className="panel mb-6 flex flex-wrap items-center gap-3 px-5 py-3">
      {(state === 'draft' || state === 'withdrawn') && (
        <>
          <ActForm id="publish" action={`${base}/publish`} actKey={actKey}>
            <SubmitButton>{t('achievement.form.publish')}</SubmitButton>
          </ActForm>
          <p className="max-w-text text-small text-quiet">{t('achievement.form.publish_next')}</p>
        </>
      )}
      {state === 'expired' && (
        <>
          <ActForm id="renew" action={`${base}/renew`} actKey={actKey}>
            <SubmitButton>{t('achievement.form.renew')}</SubmitButton>
          </ActForm>
          <p className="max-w-text text-small text-quiet">{t('achievement.form.renew_next')}</p>
        </>
      )}
      {(state === 'listed' || state === 'in_negotiation') && (
        <LinkButton to={publicPath}>{t('common.view_public')}</LinkButton>
      )}
      {state === 'listed' && <LinkButton to={`${base}/matches`}>{t('achievement.own.matches')}</LinkButton>}
      {(state === 'listed' || state === 'in_negotiation' || state === 'expired') && (
        <ActForm id="withdraw" action={`${base}/withdraw`} actKey={actKey}>
          <SubmitButton look="grave">{t('achievement.form.withdraw')}</SubmitButton>
        </ActForm>
      )}
    </div>
  )
}
