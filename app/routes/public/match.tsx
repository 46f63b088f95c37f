import type { SubmissionResult } from '@conform-to/react'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, SubmitButton } from '~/components/forms/act-form'
import { TextArea } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { MatchList } from '~/components/matching/match-list'
import { Notice } from '~/components/ui/notice'
import { requirementText } from '~/components/ui/target-strip'
import { anyone } from '~/domain/kernel/actor'
import { type MatchAnswer, matchProblem } from '~/domain/matching/match.server'
import { MatchInput } from '~/domain/matching/schema'
import { formAnswer } from '~/http/act'
import { page } from '~/http/page'
import { countAttempt } from '~/http/rates.server'
import { useText } from '~/i18n'
import { titled } from '../page-title'

export const meta = titled('matching.page.title')

export const loader = page(anyone, ({ url }) => ({ text: (url.searchParams.get('q') ?? '').slice(0, 4_000) }))

/** Who can solve a pasted problem. The text is neither stored nor logged; 20 a minute per address. */
export const action = formAnswer(
  MatchInput,
  async (input, { services, facts, now }): Promise<{ answer: MatchAnswer; asked: string }> => {
    await countAttempt(services.db, { act: 'match', by: facts.address, most: 20, seconds: 60 })
    const { title, text, limit } = input
    // The text goes back to who asked, so that it can be sharpened and asked again.
    return { answer: await matchProblem(services.search, { title, text }, now, limit), asked: text }
  },
)

export default function Page() {
  const { text } = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>()
  const { t } = useText()
  const answer = data && 'answer' in data ? data.answer : null
  return (
    <>
      <PageHeading title={t('matching.page.title')} />
      <ActForm
        id="match"
        result={data && 'result' in data ? (data.result as SubmissionResult<string[]>) : null}
        values={{ text: data && 'asked' in data ? data.asked : text }}
        labels={{ text: t('matching.page.label') }}
      >
        <TextArea
          name="text"
          label={t('matching.page.label')}
          hint={t('matching.page.hint')}
          rows={7}
          maxLength={20_000}
          required
        />
        <SubmitButton>{t('matching.page.submit')}</SubmitButton>
      </ActForm>
      {answer && <Answer answer={answer} />}
    </>
  )
}

function Answer({ answer }: { answer: MatchAnswer }) {
  const { t } = useText()
  const read = answer.targets.map(
    (target) => `${target.name} ${requirementText(t, { ...target, valueTo: target.value_to })}`,
  )
  return (
    <div className="mt-8">
      <p className="mb-4 text-quiet">
        {read.length > 0
          ? t('matching.read_targets', { count: read.length, targets: read.join(' · ') })
          : t('matching.no_targets')}
      </p>
      <MatchList answer={answer} />
      <Notice>
        {t('matching.page.not_kept')} <Link to="/workspace/challenges/new">{t('matching.page.to_challenge')}</Link>
      </Notice>
    </div>
  )
}
