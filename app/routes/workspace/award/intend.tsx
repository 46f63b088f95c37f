import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { CheckboxGroup, RadioGroup } from '~/components/forms/choices'
import { TextArea } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { intendAward } from '~/domain/award/commands/intend-award.server'
import { awardForm } from '~/domain/award/pages.server'
import { challengeIdOf } from '~/domain/bid/page.server'
import { signedIn } from '~/domain/kernel/actor'
import { formatFen } from '~/domain/kernel/money'
import { type ActResult, act, goTo } from '~/http/act'
import { page } from '~/http/page'
import { formatDate, formatNumber, useText } from '~/i18n'
import { titled } from '../../page-title'

export const meta = titled('award.intend.title')

export const loader = page(signedIn, async ({ actor, services, params, now, newKey }) => ({
  ...(await awardForm(services.db, actor, params.number ?? '', now)),
  key: newKey(),
}))

export const action = act(intendAward, {
  given: async ({ params, services }) => ({ id: await challengeIdOf(services.db, params.number ?? '') }),
  then: (_answer, { params }) => goTo(`/challenges/${params.number}/confirm`, 'award.said.intended'),
})

/** Publicity ends at midnight: people name the day before it. */
const lastDay = (until: string): number => Date.parse(until) - 1

export default function Page() {
  const { challenge, contenders, submitted, until, key } = useLoaderData<typeof loader>()
  const answer = useActionData<Partial<ActResult>>()
  const { t, locale } = useText()
  const at = `/challenges/${challenge.number}`
  const several = challenge.max_winners > 1
  const Choice = several ? CheckboxGroup : RadioGroup
  const enough = submitted >= challenge.minimum_judges
  return (
    <>
      <PageHeading
        title={t('award.intend.title')}
        breadcrumb={[
          { label: challenge.number, to: at },
          { label: challenge.title, to: `${at}/compare` },
        ]}
      />
      {!enough && (
        <Notice tone="warn" title={t('award.intend.not_yet')}>
          <p>{t('award.refusal.scorecards_missing', { submitted, needed: challenge.minimum_judges })}</p>
        </Notice>
      )}
      {enough && (
        <ActForm
          id="award"
          actKey={key}
          result={answer?.result}
          labels={{ bids: t('award.intend.choose'), reason: t('award.intend.reason') }}
        >
          <p className="mb-4 max-w-text">
            {t('award.intend.intro', { days: challenge.publicity_days, until: formatDate(lastDay(until)) })}
          </p>
          <Choice
            name="bids"
            label={t('award.intend.choose')}
            hint={several ? t('award.intend.choose_most', { most: challenge.max_winners }) : undefined}
            options={contenders.map((each) => ({
              value: each.bid_id,
              label: t('award.intend.option', { rank: each.rank, name: each.name }),
              hint: t('award.intend.option_hint', {
                points: formatNumber(each.score_hundredths / 100, { digits: 2 }),
                price: formatFen(BigInt(each.price_fen), 'auto', locale),
                why: each.decided_by ? t(`award.tie.${each.decided_by}`) : t('award.intend.first'),
              }),
            }))}
          />
          <TextArea
            name="reason"
            label={t('award.intend.reason')}
            hint={t('award.intend.reason_hint')}
            optional
            rows={4}
          />
          <FormEnd next={t('award.intend.next')}>
            <SubmitButton>{t('award.intend.submit')}</SubmitButton>
            <LinkButton to={`${at}/compare`}>{t('award.intend.back')}</LinkButton>
          </FormEnd>
        </ActForm>
      )}
      <p className="mt-6">
        <Link to={`${at}/fail`}>{t('award.intend.fail')}</Link>
      </p>
    </>
  )
}
