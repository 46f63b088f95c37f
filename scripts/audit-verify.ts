import { brokenInvariants, invariants } from '#db/invariants'
import { compareFigures, unboundEntries } from '~/domain/indicator/audit.server'
import { businessNow } from '~/domain/kernel/clock'
import { openProduct } from './product'

/**
 * Checks the database against itself. Exit code 0: everything holds; 1: something does not, named line by line; 2: the check
 * could not be run.
 */
async function verify(): Promise<number> {
  const product = await openProduct()
  try {
    const { db } = product
    const broken = await brokenInvariants(db)
    for (const each of broken) {
      console.error(`✗ ${each.name} (${each.count})`)
      for (const example of each.examples) console.error(`    ${JSON.stringify(example)}`)
    }
    console.log(`不变式 · invariants: ${invariants.length - broken.length} / ${invariants.length}`)

    const comparisons = await compareFigures(db, await businessNow(db))
    const differing = comparisons.filter((each) => each.shown !== each.recomputed)
    for (const each of differing)
      console.error(`✗ ${each.name}: 页面 · shown ${each.shown}，重算 · recomputed ${each.recomputed}`)
    console.log(`指标与重算 · figures recomputed: ${comparisons.length - differing.length} / ${comparisons.length}`)

    const unbound = await unboundEntries(db)
    for (const id of unbound.slice(0, 20))
      console.error(`✗ contract_entry ${id}: 承诺值与内容不符 · commitment differs`)
    console.log(`登记流水承诺值不符 · entries whose commitment differs: ${unbound.length}`)
    return broken.length + differing.length + unbound.length > 0 ? 1 : 0
  } finally {
    await product.close()
  }
}

verify().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  },
)
