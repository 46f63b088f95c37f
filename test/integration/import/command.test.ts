import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedCode } from '#test/cast'
import { castKernel } from '#test/integration/challenge/given'
import { achievementRow, counts, lines, temporaryFolder } from './world'

const kernel = castKernel()
const folder = temporaryFolder()
const keyFile = join(folder, 'keyholder.key')
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return name
}

beforeAll(() => writeFileSync(keyFile, kernel.keyholder, { mode: 0o600 }))

/** `npm run import` in a folder of the test's own, on the test's database. */
function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { PATH, HOME } = process.env
  const env = {
    PATH,
    HOME,
    DATABASE_URL: kernel.appUrl,
    DATABASE_OWNER_URL: kernel.ownerUrl,
    APP_SECRET: 'x'.repeat(40),
    SEAL_KEY_FILE: keyFile,
    DATA_DIR: folder,
    TSX_TSCONFIG_PATH: resolve('tsconfig.json'),
  } as unknown as NodeJS.ProcessEnv
  const tsx = [resolve('node_modules/tsx/dist/cli.mjs'), resolve('scripts/import.ts')]
  return new Promise((done) => {
    execFile(process.execPath, [...tsx, ...args], { cwd: folder, env }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

describe('npm run import', () => {
  it.each<[what: string, args: () => string[], sentence: string]>([
    ['nothing', () => [], 'Name a kind and a file.'],
    ['an unknown kind', () => ['patents', file('rows.jsonl', '')], 'There is no kind patents.'],
    ['no file', () => ['achievements', 'nowhere.jsonl'], 'There is no file nowhere.jsonl.'],
    ['a folder', () => (mkdirSync(join(folder, 'a.csv'), { recursive: true }), ['achievements', 'a.csv']), 'a.csv is not a file.'], // prettier-ignore
    [
      'a format that is not known',
      () => ['achievements', file('rows.docx', '')],
      'The format of rows.docx is not known.',
    ],
    [
      'an option that there is not',
      () => ['achievements', file('rows.jsonl', ''), '--force'],
      "Unknown option '--force'",
    ],
    ['no owner', () => ['achievements', file('rows.jsonl', '')], 'Name the owner with --organization CODE.'],
    ['an owner that there is not', () => ['achievements', file('rows.jsonl', ''), '--organization', 'X'], 'There is no such organisation'], // prettier-ignore
    ['publication outside of demo mode', () => ['achievements', file('rows.jsonl', ''), '--publish'], '--publish works in the embedded default only.'], // prettier-ignore
  ])('refuses with a sentence and writes nothing: %s', async (_what, args, sentence) => {
    const before = await counts(kernel)
    const { code, err } = await run(...args())
    expect(err).toContain(sentence)
    expect(err).toContain('npm run import -- KIND FILE')
    expect(err).not.toMatch(/\n\s+at /)
    expect(code).toBe(2)
    expect(await counts(kernel)).toEqual(before)
  })

  it('says what it did, and names line, column and reason of what it refused in a file', async () => {
    const name = file(
      'mixed.jsonl',
      lines(
        achievementRow('M-1'),
        '{"id":',
        achievementRow('=M-2', { title: 'x', trl: 12, colour: 'red' }),
        achievementRow('M-3'),
      ),
    )
    const owner = ['--organization', seedCode('solver')]
    const dry = await run('achievements', name, ...owner, '--dry-run')
    expect(dry.out).toContain('dry run, nothing written')
    expect(await counts(kernel)).toMatchObject({ achievements: 0 })

    const { code, out, err } = await run('achievements', name, ...owner)
    expect(err).toBe('')
    expect(out).toContain('written 2，更新 · updated 0，未变 · unchanged 0，拒绝 · refused 2')
    expect(out).toContain('第 2 行 · line 2  这一行不是完整的 JSON')
    expect(out).toContain('不认识的列“colour”，已忽略')
    expect(out).toContain('mixed.jsonl.errors.csv')
    expect(code).toBe(1)
    expect(await counts(kernel)).toMatchObject({ achievements: 2 })
    expect(readFileSync(join(folder, 'mixed.jsonl.errors.csv'), 'utf8').split('\r\n')).toEqual([
      '\ufeffline,id,column,reason,reason_en',
      '2,,,这一行不是完整的 JSON,This line is not complete JSON',
      "3,'=M-2,title,至少 2 个字（项）,At least 2 characters or items",
      "3,'=M-2,trl,不能大于 9,Not above 9",
      '',
    ])

    file('mixed.jsonl', lines(achievementRow('M-1'), achievementRow('M-3', { trl: 7 })))
    const again = await run('achievements', name, ...owner)
    expect(again.out).toContain('written 0，更新 · updated 1，未变 · unchanged 1，拒绝 · refused 0')
    expect(again.code).toBe(0)
    expect(existsSync(join(folder, 'mixed.jsonl.errors.csv'))).toBe(false)
    expect(readdirSync(folder).filter((each) => each.endsWith('.errors.csv'))).toEqual([])
  })
})
