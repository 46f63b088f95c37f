import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BidTextView } from '~/components/bid/bid-text'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { TextArea } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { Notice } from '~/components/ui/notice'
import { type ComparedCommitment, comparedRow } from '~/domain/award/compared'
import { bidPage } from '~/domain/bid/page.server'
import { type BidText, readOwnEnvelope } from '~/domain/bid/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { notFound, notSignedIn } from '~/domain/kernel/errors'
import { plainAct } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('bid.open.title')

export const loader = page(signedIn, async ({ actor, services, params, now }) => {
  const found = await bidPage(services.db, services.keys, actor, params.number ?? '', now)
  if (!found.page.own?.envelope) throw notFound()
  return { challenge: found.page.challenge, sealed: found.page.own.state === 'sealed' }
})

/** What the key opened: nothing where it does not fit. */
interface Answer {
  text: BidText | null
  compared: ComparedCommitment[]
}

export const action = plainAct(async ({ actor, services, params, now }, form) => {
  if (actor.kind !== 'person') throw notSignedIn()
  const found = await bidPage(services.db, services.keys, actor, params.number ?? '', now)
  const organizationId = actor.organization?.id
  if (!organizationId || !found.page.own) throw notFound()
  const key = /AGE-SECRET-KEY-1[0-9A-Z]+/.exec(String(form.get('key') ?? '').toUpperCase())?.[0]
  const text = key ? await readOwnEnvelope(services.db, found.challenge.id, organizationId, key) : null
  const compared = found.challenge.targets.map(
    (target) => comparedRow(target, [text?.commitments.find((each) => each.position === target.position)])[0]!,
  )
  const headers = { 'Cache-Control': 'no-store' }
  return data<Answer>({ text, compared }, { status: text ? 200 : 422, headers })
})

export default function Page() {
  const { challenge, sealed } = useLoaderData<typeof loader>()
  const answer = useActionData() as Answer | undefined
  const { t } = useText()
  const at = `/challenges/${challenge.number}`
  return (
    <>
      <PageHeading
        title={t('bid.open.title')}
        breadcrumb={[
          { label: challenge.number, to: at },
          { label: challenge.title, to: `${at}/bid` },
        ]}
      />
      {answer?.text ? (
        <Section title={t('bid.open.opened')}>
          <BidTextView text={answer.text} targets={challenge.targets} compared={answer.compared} />
        </Section>
      ) : (
        <>
          {answer && <Notice tone="error">{t('bid.open.wrong')}</Notice>}
          {sealed ? (
            <ActForm id="open">
              <p className="mb-4 max-w-text">{t('bid.open.intro')}</p>
              <TextArea name="key" label={t('bid.open.key')} rows={4} autoComplete="off" spellCheck={false} />
              <FormEnd>
                <SubmitButton>{t('bid.open.submit')}</SubmitButton>
              </FormEnd>
            </ActForm>
          ) : (
            <Notice>{t('bid.open.none')}</Notice>
          )}
        </>
      )}
    </>
  )
}
