import { describe, expect, it } from 'vitest'
import { withoutSealed } from '../kernel/sealed'
import { passwordIssue } from './passwords'
import { CreateTokenInput, SignInInput, SignUpInput } from './schema'

const account = { email: 'zhang.wei@jiangxin.example', name: '张工' }

describe('a password', () => {
  it('may be any long phrase', () => {
    expect(passwordIssue('江边的灯亮到十二点半', account)).toBeNull()
    expect(passwordIssue('correct horse battery', account)).toBeNull()
  })

  it('is not read off the account', () => {
    for (const typed of ['zhang.wei@jiangxin.example', 'ZHANG.WEI@jiangxin.example', 'zhang.wei1', 'zhang.wei12']) {
      expect([typed, passwordIssue(typed, account)]).toEqual([typed, 'identity.issue.password_is_account'])
    }
  })

  it('is not what everybody uses', () => {
    for (const typed of ['1234567890', 'Password123', 'aaaaaaaaaa', 'ababababab']) {
      expect([typed, passwordIssue(typed, account)]).toEqual([typed, 'identity.issue.password_common'])
    }
  })

  it('is at least ten characters, kept as typed, spaces and all', () => {
    const typed = { name: '张工', email: ' Zhang@Jiangxin.example ', password: '  江边的灯亮到深夜  ' }
    expect(SignUpInput.parse(typed)).toMatchObject({ email: 'zhang@jiangxin.example', password: typed.password })
    const short = SignUpInput.safeParse({ ...typed, password: '江边的灯亮到' })
    expect(short.error?.issues.map((issue) => issue.path.join())).toEqual(['password'])
    expect(SignUpInput.safeParse({ ...typed, password: 'a\0bcdefghijklm' }).success).toBe(false)
    expect(SignUpInput.safeParse({ ...typed, password: 'x1y2z3'.repeat(100) }).success).toBe(false)
  })

  it('enters events only as a digest, signing up and in', () => {
    const typed = { name: '张工', email: 'zhang@jiangxin.example', password: 'river lights at midnight' }
    for (const schema of [SignUpInput, SignInInput]) {
      const kept = withoutSealed(schema, schema.parse(typed)) as { password: string; email: string }
      expect(kept.password).toMatch(/^sha256:[0-9a-f]{64}$/)
      expect(kept.email).toBe('zhang@jiangxin.example')
    }
  })
})

describe("a token's scopes", () => {
  it('are command names, or everything', () => {
    expect(CreateTokenInput.parse({ name: 'x', scopes: ['bid.submit', 'bid.submit'] }).scopes).toEqual(['bid.submit'])
    expect(CreateTokenInput.parse({ name: 'x', scopes: ['bid.submit', '*'] }).scopes).toEqual(['*'])
    for (const scopes of [[], ['bid'], ['bid.*'], ['DROP TABLE']]) {
      expect(CreateTokenInput.safeParse({ name: 'x', scopes }).success).toBe(false)
    }
    expect(CreateTokenInput.safeParse({ name: 'x', scopes: ['*'], days: 366 }).success).toBe(false)
  })
})
