import { Link, useLoaderData } from '@remix-run/react'
import { GoalBar } from '~/components/charts/goal-bar'
import { ActForm, SubmitButton } from '~/components/forms/act-form'
import { TextArea } from '~/components/forms/inputs'
import { Columns, Halves } from '~/components/layout/columns'
import { Facts } from '~/components/ui/facts'
import { Figure } from '~/components/ui/figure'
import { newestAchievements } from '~/domain/achievement/queries.server'
import { closingSoon } from '~/domain/challenge/queries.server'
import { recentDeals } from '~/domain/contract/queries.server'
import { indicatorBreakdown, indicatorTotal, registeredSince } from '~/domain/indicator/queries.server'
import { anyone } from '~/domain/kernel/actor'
import { yearOf } from '~/domain/kernel/clock'
import { fenNumber, formatFen } from '~/domain/kernel/money'
import { page } from '~/http/page'
import { formatPercent, useText } from '~/i18n'
import { titled } from '../page-title'
import { AchievementTable, ClosingTable, DealTable } from './home/tables'
import { indicatorUrl } from './indicator/asked'
import { headline } from './indicator/headline'

export const meta = titled('home.title')

export const loader = page(anyone, async ({ now, services: { db } }) => {
  const ask = { period: String(yearOf(now)), at: now }
  const total = await indicatorTotal(db, ask)
  const origins = (await indicatorBreakdown(db, ask)).origin
  return {
    total,
    week: await registeredSince(db, ask, new Date(now.getTime() - 7 * 86_400_000)),
    fromChallenges: origins.find((each) => each.key === 'challenge')?.contracts ?? 0,
    closing: await closingSoon(db, 5, now),
    deals: await recentDeals(db, 5),
    achievements: await newestAchievements(db, 5, now),
  }
})

/** For drawing only. */
const drawn = (fen: string) => Number(BigInt(fen) / 1_000_000n)

export default function Page() {
  const { total, week, fromChallenges, closing, deals, achievements } = useLoaderData<typeof loader>()
  const { t, locale } = useText()
  const { basis, flow, period, target } = total
  const rows = indicatorUrl('/indicators/contracts', { period, basis, flow })
  return (
    <>
      <h1 className="sr-only">{t('home.title')}</h1>
      <Columns
        side={
          <div className="lg:pt-10">
            <Facts
              rows={[
                {
                  term: t('home.growth'),
                  value: total.before.growth === null ? null : formatPercent(total.before.growth, { signed: true }),
                },
                {
                  term: t('home.week'),
                  value: t('home.week_value', {
                    count: week.contracts,
                    amount: formatFen(BigInt(week.fen), 'auto', locale),
                  }),
                },
                { term: t('home.origin'), value: t('home.origin_value', { count: fromChallenges }) },
              ]}
            />
            <p className="mt-2">
              <Link to={rows}>
                {t('home.details')}
                <span aria-hidden="true"> →</span>
              </Link>
            </p>
          </div>
        }
      >
        <Figure
          size="large"
          label={t('home.figure')}
          period={t('home.figure_period', {
            year: period,
            basis: t(`indicator.basis.${basis}`),
            flow: t(`indicator.flow_words.${flow}`),
          })}
          {...headline(BigInt(total.fen), locale)}
        >
          <span className="sr-only">{t('indicator.page.exact', { yuan: fenNumber(BigInt(total.fen), '元') })}</span>
        </Figure>
        {target?.fen && (
          <GoalBar
            done={drawn(total.fen)}
            goal={drawn(target.fen)}
            doneLabel={t('indicator.page.done', { count: total.contracts })}
            goalLabel={t('indicator.page.target', {
              year: target.year,
              amount: formatFen(BigInt(target.fen), '亿元', locale),
            })}
          />
        )}
      </Columns>
      <section className="panel my-8 p-6">
        <h2 className="text-lead">{t('home.match_title')}</h2>
        <p className="mb-3 text-small text-quiet">{t('home.match_hint')}</p>
        <ActForm id="match" action="/match" className="">
          <TextArea
            name="text"
            label={t('home.match_label')}
            rows={4}
            maxLength={20_000}
            placeholder={t('home.match_placeholder')}
          />
          <SubmitButton>{t('home.match_submit')}</SubmitButton>
        </ActForm>
      </section>
      <Halves>
        <ClosingTable rows={closing} />
        <DealTable rows={deals} to={rows} />
      </Halves>
      {achievements.length > 0 && <AchievementTable rows={achievements} />}
    </>
  )
}
