import { useActionData, useLoaderData } from '@remix-run/react'
import { CapabilityFields, capabilityLabels } from '~/components/capability/capability-fields'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { ListingActions } from '~/components/achievement/listing-actions'
import { PageHeading } from '~/components/layout/page-heading'
import { ListingResponse } from '~/components/matching/listing-response'
import { updateCapability } from '~/domain/capability/commands/update.server'
import { metricLines } from '~/domain/achievement/form'
import { updateCapabilityForm } from '~/domain/capability/form'
import { readCapability } from '~/domain/capability/queries.server'
import { memberWhoWrites } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { fenNumber } from '~/domain/kernel/money'
import { responseTo } from '~/domain/matching/response.server'
import { act, goTo } from '~/http/act'
import { idOf, page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('capability.form.edit')

export const loader = page(memberWhoWrites, async ({ actor, services, now, params, newKey }) => {
  const it = await readCapability(services.db, actor, { id: idOf(params.id) }, now)
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
      service_kind: it.service_kind,
      instruments: it.instruments,
      marks: it.marks.join('、'),
      price_fen: it.price_fen === null ? '' : fenNumber(BigInt(it.price_fen), '元'),
      price_unit: it.price_unit,
      lead_time_days: it.lead_time_days === null ? '' : String(it.lead_time_days),
    },
  }
})

export const action = act(updateCapability, {
  form: () => updateCapabilityForm,
  given: ({ params }) => ({ id: idOf(params.id) }),
  then: ({ id }) => goTo(`/workspace/capabilities/${id}`, 'capability.said.updated'),
})

export default function Page() {
  const { key, it, response, values } = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={it.title}
        breadcrumb={[{ label: t('capability.own.title'), to: '/workspace/capabilities' }, { label: it.title }]}
      />
      <ListingActions
        base={`/workspace/capabilities/${it.id}`}
        publicPath={`/capabilities/${it.number}`}
        state={it.state}
        actKey={key}
      />
      <ListingResponse response={response} />
      <ActForm
        id="capability"
        actKey={key}
        result={data && 'result' in data ? data.result : null}
        values={values}
        labels={capabilityLabels(t)}
      >
        <CapabilityFields />
        <FormEnd>
          <SubmitButton look={it.state === 'draft' ? 'secondary' : 'primary'}>
            {t('achievement.form.save_changes')}
          </SubmitButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
