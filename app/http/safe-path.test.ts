import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safePath } from './act'

const here = 'https://jiebang.example'

/** Whether a browser that is told to go there stays on this site. */
const stays = (path: string): boolean => new URL(path, `${here}/login`).origin === here

const variants = [
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  '/\\\\evil.example',
  '/%2f/evil.example',
  '/%2F/evil.example',
  '/%2fevil.example',
  '%2f%2fevil.example',
  '/%5cevil.example',
  '/%5C%5Cevil.example',
  '/%09/evil.example',
  '/\t/evil.example',
  '\t//evil.example',
  '/\n/evil.example',
  '/\r/evil.example',
  '/\r\nSet-Cookie: a=b',
  '/%0d%0aSet-Cookie:%20a=b',
  ' //evil.example',
  '/ /evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/././/evil.example',
  '/%2e//evil.example',
  '/%2e%2e//evil.example',
  '/a/..//evil.example',
  '/a/%2e%2e//evil.example',
  '/a/../..//evil.example',
  'http://evil.example',
  'https://evil.example',
  'HTTPS://evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:\\evil.example',
  'http:///evil.example',
  'ftp://evil.example',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://evil.example/1',
  'file:///etc/passwd',
  '//evil.example@jiebang.example',
  '//jiebang.example@evil.example',
  '@evil.example',
  '/@evil.example',
  '.evil.example',
  '//\u3002evil.example',
  '/\u200b/evil.example',
  '/\u0000/evil.example',
  '/%00/evil.example',
  '//[::1]',
  '//0x7f000001',
  '/／evil.example',
  '／／evil.example',
  '?next=//evil.example',
  '#//evil.example',
  '',
  '/%',
  '/%E0%A4%A',
]

describe('where a form may lead next', () => {
  it(`is never another site (${variants.length} variants)`, () => {
    expect(variants.length).toBeGreaterThanOrEqual(60)
    const left = variants.filter((wanted) => !stays(safePath(wanted)))
    expect(left).toEqual([])
    expect(variants.map((wanted) => safePath(wanted)).filter((path) => !/^\/(?![/\\])/.test(path))).toEqual([])
  })

  it('is a path of this site as it was wanted', () => {
    for (const path of ['/', '/challenges?q=%E5%82%A8%E8%83%BD&page=2', '/workspace/organizations/1#members', '/a/b']) {
      expect(safePath(path)).toBe(path)
    }
    expect(safePath(null)).toBe('/workspace')
    expect(safePath(undefined, '/')).toBe('/')
  })

  it('stays here whatever is asked for', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2f',
      '%5c',
      '%2e',
      '%09',
      '\t',
      '@',
      ':',
      'evil.example',
      '?',
      '#',
      ' ',
    )
    const asked = fc.oneof(
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
    )
    fc.assert(
      fc.property(asked, fc.constantFrom('', '/'), (wanted, before) => {
        const path = safePath(before + wanted)
        expect(path).toMatch(/^\/(?![/\\])/)
        expect(stays(path)).toBe(true)
      }),
      { numRuns: 800 },
    )
  })
})
