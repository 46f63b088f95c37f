import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { connect } from '#db/client'
import { setting } from '#db/schema'
import { testKernel } from '#test/integration/kernel'
import { fenText } from '~/domain/kernel/inputs'
import { readSetting } from '~/domain/settings/queries.server'

const kernel = testKernel()

describe('a setting', () => {
  it.each([
    ['text of digits, longer than a number keeps', '9007199254740993'],
    ['text that reads like JSON', '[1]'],
    ['a number', 5],
    ['text', '企业'],
    ['a list', [{ name: '价格', weight: 10 }]],
    ['text inside a list', ['100']],
    ['yes', true],
  ])('comes back as it was written: %s', async (_what, value) => {
    // As the release writes it: the owner of the tables.
    const owner = connect(kernel.ownerUrl, { max: 1 })
    try {
      await owner.db.delete(setting).where(eq(setting.key, 'test.any'))
      await owner.db.insert(setting).values({ key: 'test.any', value })
    } finally {
      await owner.close()
    }
    expect(await readSetting(kernel.db, 'test.any', z.unknown())).toEqual(value)
  })

  it('of money is read as fen', async () => {
    expect(await readSetting(kernel.db, 'challenge.default_budget_fen', fenText)).toBe(100_000_000n)
    expect(await readSetting(kernel.db, 'contract.expert_review_from_fen', fenText)).toBe(500_000_000n)
  })
})
