import { Link, useLoaderData } from '@remix-run/react'
import { GoalBar } from '~/components/charts/goal-bar'
import { QuarterBars } from '~/components/charts/quarter-bars'
import { ShareBars } from '~/components/charts/share-bars'
import { Columns } from '~/components/layout/columns'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { ChoiceLinks } from '~/components/ui/tabs'
import { Figure } from '~/components/ui/figure'
import {
  indicatorAdjustments,
  indicatorBreakdown,
  indicatorQuarters,
  indicatorSides,
  indicatorTotal,
} from '~/domain/indicator/queries.server'
import { bases, flows } from '~/domain/indicator/recompute'
import { anyone } from '~/domain/kernel/actor'
import { yearOf } from '~/domain/kernel/clock'
import { fenNumber, formatFen } from '~/domain/kernel/money'
import { page } from '~/http/page'
import { formatNumber, formatPercent, useText } from '~/i18n'
import { titled } from '../page-title'
import { askedOf, indicatorUrl, partName, periodName } from './indicator/asked'
import { headline } from './indicator/headline'
import { Recompute } from './indicator/recompute-note'
import { SidesTable } from './indicator/sides-table'

export const meta = titled('indicator.page.title')

export const loader = page(anyone, async ({ url, now, services: { db } }) => {
  const presentYear = yearOf(now)
  const asked = askedOf(url, presentYear)
  const ask = { period: asked.period, basis: asked.basis, flow: asked.flow, at: now }
  return {
    presentYear,
    total: await indicatorTotal(db, ask),
    sides: await indicatorSides(db, ask),
    breakdown: await indicatorBreakdown(db, ask),
    quarters: await indicatorQuarters(db, ask),
    adjustments: await indicatorAdjustments(db, ask),
  }
})

const yi = (fen: string) => fenNumber(BigInt(fen), '亿元', 2)
/** For drawing only: amounts to a hundredth of a yuan are beyond what a bar shows. */
const drawn = (fen: string) => Number(BigInt(fen) / 1_000_000n)

export default function Page() {
  const { presentYear, total, sides, breakdown, quarters, adjustments } = useLoaderData<typeof loader>()
  const { t, locale } = useText()
  const { basis, flow, period, target } = total
  const at = (changed: object) => indicatorUrl('/indicators', { period, basis, flow, ...changed })
  const rows = (part: Record<string, string> = {}, changed: object = {}) =>
    indicatorUrl('/indicators/contracts', { period, basis, flow, ...changed }, part)
  const change = (growth: number | null) => (growth === null ? '—' : formatPercent(growth, { signed: true }))
  const whole = drawn(total.fen)
  return (
    <>
      <PageHeading
        title={t('indicator.page.title')}
        meta={
          <>
            <ChoiceLinks
              label={t('indicator.basis.label')}
              choices={bases.map((each) => ({
                to: at({ basis: each }),
                label: t(`indicator.basis.${each}`),
                current: each === basis,
              }))}
            />
            <ChoiceLinks
              label={t('indicator.flow.label')}
              choices={flows.map((each) => ({
                to: at({ flow: each }),
                label: t(`indicator.flow.${each}`),
                current: each === flow,
              }))}
            />
            <ChoiceLinks
              label={t('indicator.period.label')}
              choices={[presentYear - 2, presentYear - 1, presentYear].map((year) => ({
                to: at({ period: String(year) }),
                label: periodName(t, String(year), presentYear),
                current: period === String(year),
              }))}
            />
          </>
        }
        actions={
          <>
            <a href={`/indicators/contracts.csv?period=${period}`}>{t('indicator.page.csv')}</a>
            <a href={`/indicators/contracts.json?period=${period}`}>{t('indicator.page.json')}</a>
            <a href="#recompute">{t('indicator.page.recompute')}</a>
          </>
        }
      />
      <Columns
        side={
          <>
            <Figure
              size="large"
              label={t('indicator.name.technology_transaction_volume')}
              period={periodName(t, period, presentYear)}
              {...headline(BigInt(total.fen), locale)}
              to={rows()}
            >
              <p className="numbers">{t('indicator.page.exact', { yuan: fenNumber(BigInt(total.fen), '元') })}</p>
              <p>
                {t('indicator.page.contracts', { count: total.contracts })}
                {' · '}
                {total.before.growth === null
                  ? t('indicator.page.no_growth')
                  : t('indicator.page.growth', { growth: change(total.before.growth) })}
              </p>
              <p>
                {t(`indicator.flow_words.${flow}`)} · {t('indicator.page.formula', { version: total.formula.version })}
              </p>
            </Figure>
            {target?.fen && (
              <div>
                <GoalBar
                  done={whole}
                  goal={drawn(target.fen)}
                  doneLabel={t('indicator.page.done', { count: total.contracts })}
                  goalLabel={t('indicator.page.target', {
                    year: target.year,
                    amount: `${target.sign === '>=' ? '≥ ' : ''}${formatFen(BigInt(target.fen), '亿元', locale)}`,
                  })}
                />
                <p className="text-small text-quiet">{t('indicator.page.source', { source: target.source })}</p>
              </div>
            )}
          </>
        }
      >
        <QuarterBars
          caption={t('indicator.page.quarters')}
          unit={t('indicator.page.unit')}
          bars={quarters.map((quarter) => ({
            label: quarter.key.slice(4),
            group: quarter.key.slice(0, 4),
            value: drawn(quarter.fen),
            text: yi(quarter.fen),
            current: quarter.key.startsWith(period.slice(0, 4)),
            to: quarter.contracts === 0 && quarter.fen === '0' ? null : rows({}, { period: quarter.key }),
          }))}
          note={adjustments.map((each) => (
            <p key={each.period + each.originPeriod} className="numbers">
              {t('indicator.page.adjusted', {
                period: each.period,
                origin: each.originPeriod,
                amount: fenNumber(BigInt(each.fen), '元'),
              })}
            </p>
          ))}
        />
      </Columns>
      <div className="mt-8">
        <Section title={t('indicator.page.sides')}>
          <SidesTable sides={sides} to={(changed) => rows({}, changed)} />
          <p className="mt-2 max-w-text text-small text-quiet">{t('indicator.page.sides_note')}</p>
        </Section>
        {(['field', 'kind', 'party_type', 'origin', 'quarter'] as const).map((dimension) => {
          const title =
            dimension === 'party_type'
              ? t(flow === 'absorbed' ? 'indicator.by.party_type_buyer' : 'indicator.by.party_type_seller')
              : t(`indicator.by.${dimension}`)
          return breakdown[dimension].length === 0 ? null : (
            <Section key={dimension} title={title}>
              <ShareBars
                inOrder={dimension === 'quarter'}
                caption={title}
                captionHidden
                labelHeader={t('indicator.column.part')}
                valueHeader={t('indicator.column.amount')}
                moreHeaders={[
                  t('indicator.column.share'),
                  t('indicator.column.contracts'),
                  t('indicator.column.growth'),
                ]}
                rows={breakdown[dimension].map((part) => ({
                  key: part.key,
                  label: partName(t, dimension, part.key),
                  value: drawn(part.fen),
                  text: yi(part.fen),
                  to: rows({ [dimension]: part.key }),
                  more: [
                    whole > 0 ? formatPercent(drawn(part.fen) / whole) : '—',
                    formatNumber(part.contracts),
                    change(part.growth),
                  ],
                }))}
              />
            </Section>
          )
        })}
        <Recompute to={`/indicators/contracts.json?period=${period}`} />
        <p>
          <Link to={rows()}>{t('common.figure.details')}</Link>
        </p>
      </div>
    </>
  )
}
