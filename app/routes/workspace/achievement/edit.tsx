import { useActionData, useLoaderData } from '@remix-run/react'
import { AchievementFields, achievementLabels } from '~/components/achievement/achievement-fields'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { ListingActions } from '~/components/achievement/listing-actions'
import { PageHeading } from '~/components/layout/page-heading'
import { ListingResponse } from '~/components/matching/listing-response'
import { updateAchievement } from '~/domain/achievement/commands/update.server'
import { metricLines, updateAchievementForm } from '~/domain/achievement/form'
import { readAchievement } from '~/domain/achievement/queries.server'
import { memberWhoWrites } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { fenNumber } from '~/domain/kernel/money'
import { responseTo } from '~/domain/matching/response.server'
import { act, goTo } from '~/http/act'
import { idOf, page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('achievement.form.edit')

const yuan = (fen: string | null) => (fen === null ? '' : fenNumber(BigInt(fen), '元'))

export const loader = page(memberWhoWrites, async ({ actor, services, now, params, newKey }) => {
  const it = await readAchievement(services.db, actor, { id: idOf(params.id) }, now)
  if (!it?.mine) throw notFound()
  return {
    key: newKey(),
    it,
    response: await responseTo(services.db, it.id),
    values: {
      title: it.title,
      abstract: it.abstract,
      field: it.field ?? '',
      tags: it.tags.join('、'),
      keywords: it.keywords.join('、'),
      metrics: metricLines(it.metrics),
      trl: it.trl === null ? '' : String(it.trl),
      trl_evidence: it.trl_evidence,
      transfer_modes: it.transfer_modes,
      price_min_fen: yuan(it.price_min_fen),
      price_max_fen: yuan(it.price_max_fen),
      comparison: it.comparison,
      sought_partner: it.sought_partner,
      next_step: it.next_step,
    },
  }
})

export const action = act(updateAchievement, {
  form: () => updateAchievementForm,
  given: ({ params }) => ({ id: idOf(params.id) }),
  then: ({ id }) => goTo(`/workspace/achievements/${id}`, 'achievement.said.updated'),
})

export default function Page() {
  const { key, it, response, values } = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={it.title}
        breadcrumb={[{ label: t('achievement.own.title'), to: '/workspace/achievements' }, { label: it.title }]}
      />
      <ListingActions
        base={`/workspace/achievements/${it.id}`}
        publicPath={`/achievements/${it.number}`}
        state={it.state}
        actKey={key}
      />
      <ListingResponse response={response} />
      <ActForm
        id="achievement"
        actKey={key}
        result={data && 'result' in data ? data.result : null}
        values={values}
        labels={achievementLabels(t)}
      >
        <AchievementFields />
        <FormEnd>
          <SubmitButton look={it.state === 'draft' ? 'secondary' : 'primary'}>
            {t('achievement.form.save_changes')}
          </SubmitButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
