import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { TextArea } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { withdraw } from '~/domain/challenge/commands/withdraw.server'
import { challengeById, challengeByNumber } from '~/domain/challenge/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { notAllowed } from '~/domain/kernel/errors'
import { act, goTo } from '~/http/act'
import { page } from '~/http/page'
import type { Visit } from '~/http/visit.server'
import { useText } from '~/i18n'
import { titled } from '../../page-title'

/** A draft has no number yet and is named by its id. */
const named = ({ services, actor, params, now }: Visit) =>
  params.number?.startsWith('BD-')
    ? challengeByNumber(services.db, actor, params.number, now)
    : challengeById(services.db, actor, params.number ?? '', now)

const pageOf = (challenge: { id: string; number: string | null }) =>
  challenge.number ? `/challenges/${challenge.number}` : `/workspace/challenges/${challenge.id}`

export const meta = titled('challenge.withdraw.title')

export const loader = page(signedIn, async (visit) => {
  const { id, number, title, actions, isPoser } = await named(visit)
  if (!isPoser) throw notAllowed('challenge.refusal.not_poser')
  const offered = actions.find((each) => each.event === 'withdraw')
  if (!offered) throw redirect(pageOf({ id, number }))
  if (offered.refusal) throw notAllowed(offered.refusal)
  return { title, number, back: pageOf({ id, number }), key: visit.newKey() }
})

export const action = act(withdraw, {
  given: async (visit) => ({ id: (await named(visit)).id }),
  then: (answer) => goTo(pageOf(answer), 'challenge.said.withdrawn'),
})

export default function Page() {
  const { title, number, back, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('challenge.withdraw.title')}
        breadcrumb={[{ label: title, to: back }, { label: t('challenge.withdraw.title') }]}
      />
      <p className="mb-4 max-w-text">{t(number ? 'challenge.withdraw.public' : 'challenge.withdraw.quiet')}</p>
      <ActForm
        id="withdraw"
        actKey={key}
        result={result && 'result' in result ? result.result : null}
        labels={{ reason: t('challenge.withdraw.reason') }}
      >
        <TextArea
          name="reason"
          label={t('challenge.withdraw.reason')}
          hint={number ? t('challenge.withdraw.reason_hint') : undefined}
          optional={!number}
          rows={4}
        />
        <FormEnd>
          <SubmitButton look="grave">{t('challenge.withdraw.submit')}</SubmitButton>
          <LinkButton to={back} look="quiet">
            {t('challenge.withdraw.back')}
          </LinkButton>
        </FormEnd>
      </ActForm>
    </>
  )
}
