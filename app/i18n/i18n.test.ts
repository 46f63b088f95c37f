import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { texts } from './areas'
import { formatDateTime, formatDuration, formatNumber, formatPercent, formatRelative } from './format'
import { isTextKey, translator } from './translate'

const root = fileURLToPath(new URL('../..', import.meta.url))

function leaves(node: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    const path = prefix === '' ? key : `${prefix}.${key}`
    if (typeof value === 'string') found.set(path, value)
    else if (typeof value === 'object' && value !== null) for (const [k, v] of leaves(value, path)) found.set(k, v)
    else throw new Error(`${path} is neither a text nor a group of texts`)
  }
  return found
}

const parameters = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1]).sort()
const singular = (key: string) => key.replace(/_(one|other)$/, '')

const chinese = leaves(texts['zh-CN'])
const english = leaves(texts.en)

/** English keys as they are asked for: the two forms of a plural are one key, its parameters those of `_other`. */
const englishAsked = new Map(
  [...english]
    .filter(([key]) => !key.endsWith('_one') || !english.has(`${singular(key)}_other`))
    .map(([key, text]) => [chinese.has(key) ? key : singular(key), text] as const),
)

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourceFiles(path)
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}

/** Keys named in a source: whole string literals, and template literals that begin with `area.` as patterns. */
function keysNamed(source: string, path: string): { literals: string[]; patterns: RegExp[] } {
  const literals: string[] = []
  const patterns: RegExp[] = []
  const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) literals.push(node.text)
    // A key with its parameters behind it, as an issue's message carries them.
    if (ts.isTemplateExpression(node)) literals.push(node.head.text.split('?')[0]!)
    if (ts.isTemplateExpression(node) && /^[a-z_]+\./.test(node.head.text)) {
      patterns.push(
        new RegExp(
          `^${escape(node.head.text)}${node.templateSpans.map((s) => `.+${escape(s.literal.text)}`).join('')}$`,
        ),
      )
    }
    ts.forEachChild(node, visit)
  }
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, false, kind))
  return { literals, patterns }
}

describe('texts', () => {
  it('exist in both languages', () => {
    const onlyChinese = [...chinese.keys()].filter((key) => !englishAsked.has(key))
    const onlyEnglish = [...englishAsked.keys()].filter((key) => !chinese.has(key))
    expect({ onlyChinese, onlyEnglish }).toEqual({ onlyChinese: [], onlyEnglish: [] })
  })

  it('take the same parameters in both languages', () => {
    const different = [...chinese]
      .filter(
        ([key, text]) =>
          englishAsked.has(key) && String(parameters(text)) !== String(parameters(englishAsked.get(key) ?? '')),
      )
      .map(([key]) => key)
    expect(different).toEqual([])
  })

  it('are not empty', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })

  it('are used somewhere', () => {
    const literals = new Set<string>()
    const patterns: RegExp[] = []
    for (const folder of ['app', 'db', 'search', 'scripts']) {
      for (const path of sourceFiles(`${root}${folder}`)) {
        const named = keysNamed(readFileSync(path, 'utf8'), path)
        for (const literal of named.literals) literals.add(literal)
        patterns.push(...named.patterns)
      }
    }
    const unused = [...chinese.keys()].filter(
      (key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)),
    )
    expect(unused).toEqual([])
  })
})

describe('a translator', () => {
  it('fills parameters and bends English with the count', () => {
    expect(translator('zh-CN')('common.duration.days', { count: 3 })).toBe('3 天')
    expect(translator('en')('common.duration.days', { count: 1 })).toBe('1 day')
    expect(translator('en')('common.duration.days', { count: 3 })).toBe('3 days')
  })

  it('knows which words are keys', () => {
    expect(isTextKey('common.duration.days')).toBe(true)
    expect(isTextKey('common.duration')).toBe(false)
    expect(isTextKey('common.toString')).toBe(false)
    expect(isTextKey('nowhere.at.all')).toBe(false)
  })
})

describe('formats', () => {
  it('show moments on the clock of Shanghai', () => {
    expect(formatDateTime('2026-11-23T16:05:00Z')).toBe('2026-11-24 00:05')
  })

  it('show lengths of time by their two largest units', () => {
    expect(formatDuration(30 * 3_600_000, 'zh-CN')).toBe('1 天 6 小时')
    expect(formatDuration(12 * 86_400_000 + 3_600_000, 'zh-CN')).toBe('12 天')
    expect(formatDuration(40 * 60_000, 'en')).toBe('40 min')
    expect(formatDuration(900, 'zh-CN')).toBe('不到 1 分钟')
  })

  it('count relative days by the calendar', () => {
    expect(formatRelative('2026-11-28T09:00:00Z', '2026-11-24T08:20:00Z', 'zh-CN')).toBe('4天后')
    expect(formatRelative('2026-11-22T09:00:00Z', '2026-11-24T08:20:00Z', 'en')).toBe('2 days ago')
  })

  it('keep the decimals of a number and give it a true minus', () => {
    expect(formatNumber(-1234.5)).toBe('−1,234.5')
    expect(formatNumber(3, { digits: 2 })).toBe('3.00')
    expect(formatPercent(0.182, { signed: true })).toBe('+18.2%')
  })
})
