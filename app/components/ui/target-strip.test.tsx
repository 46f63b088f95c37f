import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { TextProvider } from '~/i18n'
import type { Locale } from '~/i18n'
import { TargetStrip, TargetStrips } from './target-strip'
import type { StripFigure, TargetStripProps } from './target-strip'
import type { StripTarget } from './strip-scale'

const density: StripTarget = { name: '能量密度', comparator: '>=', value: 400, unit: 'Wh/kg', must: true }
const temperature: StripTarget = {
  name: '工作温度',
  comparator: 'between',
  value: -20,
  valueTo: 60,
  unit: '℃',
  must: true,
}

function draw(strip: TargetStripProps, locale: Locale = 'zh-CN'): string {
  return renderToStaticMarkup(
    <TextProvider locale={locale}>
      <TargetStrip {...strip} />
    </TextProvider>,
  )
}

const words = (html: string) =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const stated = (value: StripFigure['value'], verdict: StripFigure['verdict']): StripFigure => ({
  kind: 'stated',
  value,
  verdict,
})

describe('a target strip', () => {
  it('says the verdict in words, in both languages', () => {
    expect(words(draw({ target: density, figures: [stated(410, 'met')] }))).toContain('达标')
    expect(words(draw({ target: density, figures: [stated(390, 'missed')] }))).toContain('未达标')
    expect(words(draw({ target: density, figures: [stated(null, 'unknown')] }))).toContain('未说明')
    expect(words(draw({ target: density, figures: [stated(390, 'missed')] }, 'en'))).toContain('missed')
  })

  it('lets the measured figure decide over the committed one, whatever their order', () => {
    const committed: StripFigure = { kind: 'committed', value: 415, verdict: 'met' }
    const measured: StripFigure = { kind: 'measured', value: 380, verdict: 'missed' }
    const html = draw({ target: density, figures: [measured, committed] })
    expect(words(html)).toContain('承诺 415 Wh/kg 实测 380 Wh/kg 未达标')
    expect(html.match(/<circle/g)).toHaveLength(2)
  })

  it('draws a stated range as a bar over the required bar, not as a dot', () => {
    const html = draw({ target: temperature, figures: [stated([-30, 65], 'met')] })
    expect(html).not.toContain('<circle')
    expect(html).toContain('stroke-met" stroke-width="4"')
    expect(words(html)).toContain('要求 覆盖 −20~60 ℃')
  })

  it('draws no mark for a figure that is not stated', () => {
    const html = draw({ target: density, figures: [stated(null, 'unknown')] })
    expect(html).not.toContain('<circle')
    expect(words(html)).toContain('—')
  })

  it('prints the ends of its scale and says on which kind it is drawn', () => {
    const html = draw({ target: density, figures: [stated(46_000, 'met')] })
    expect(html).toContain('data-scale="logarithmic"')
    expect(html).toContain('>200</text>')
    expect(html).toContain('>100,000</text>')
  })

  it('repeats a figure only where it was stated in another unit, not where it was typed in another way', () => {
    const speed: StripTarget = { ...density, name: '共模瞬态抗扰度', value: 150, unit: 'kV/μs' }
    const typed = words(draw({ target: speed, figures: [{ ...stated(1600, 'met'), original: '1600 kV/µs' }] }))
    expect(typed).not.toContain('=')
    const range = { ...stated([-30, 65], 'met'), original: '-30～65℃' }
    expect(words(draw({ target: temperature, figures: [range] }))).not.toContain('=')
    const other = { ...stated(8, 'met'), original: '0.008 mm' }
    expect(words(draw({ target: { ...density, unit: 'μm' }, figures: [other] }))).toContain('0.008 mm = 8 μm')
  })

  it('tells the whole to those who do not see it', () => {
    expect(draw({ target: density, figures: [{ ...stated(410, 'met'), original: '0.41 kWh/kg' }] })).toContain(
      'aria-label="要求 ≥ 400 Wh/kg；自述 0.41 kWh/kg = 410 Wh/kg；达标"',
    )
  })

  it('says whether a target is required or wished where no figure stands against it', () => {
    expect(words(draw({ target: density }))).toContain('必须')
    expect(words(draw({ target: { ...density, must: false } }))).toContain('期望')
  })
})

describe('target strips', () => {
  it('count the verdicts', () => {
    const html = renderToStaticMarkup(
      <TargetStrips
        counted
        label="指标"
        rows={[
          { target: density, figures: [stated(410, 'met')] },
          { target: temperature, figures: [stated([-10, 60], 'missed')] },
          { target: { ...density, name: '压力' }, figures: [stated(null, 'unknown')] },
        ]}
      />,
    )
    expect(words(html)).toMatch(/^1 条达标 1 条未达标 1 条未说明/)
  })
})
