import { gunzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { saveDraft } from '~/domain/bid/commands/save-draft.server'
import { ownBidView } from '~/domain/bid/queries.server'
import { castKernel, bidOf, closeAndOpen, content, envelopesOf, openChallenge, submitAs } from './world'

const kernel = castKernel()
const canary = 'canary7f3a9c金丝雀'

/** Tables and columns of text, JSON or bytes in every schema of ours in which the words are found, raw or in a usual wrapping. */
async function whereFound(words: string): Promise<string[]> {
  const columns = await kernel.db.execute<{ schema: string; table: string; column: string }>(sql`
    select table_schema as schema, table_name as table, column_name as column from information_schema.columns
    where table_schema in ('public', 'graphile_worker') and (data_type in ('text', 'jsonb', 'json', 'bytea', 'ARRAY', 'character varying'))`)
  const wrappings = [Buffer.from(words), Buffer.from(words, 'utf16le'), Buffer.from(Buffer.from(words).toString('hex'))]
  const base64 = Buffer.from(words).toString('base64').replace(/=+$/, '').slice(0, -1)
  wrappings.push(Buffer.from(base64))
  const found: string[] = []
  for (const { schema, table, column } of columns) {
    const rows = await kernel.db.execute<{ value: unknown }>(
      sql`select ${sql.identifier(column)} as value from ${sql.identifier(schema)}.${sql.identifier(table)} where ${sql.identifier(column)} is not null`,
    )
    for (const { value } of rows) {
      const raw = Buffer.isBuffer(value)
        ? value
        : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
      const texts = [raw]
      if (raw[0] === 0x1f && raw[1] === 0x8b) texts.push(gunzipSync(raw))
      if (texts.some((text) => wrappings.some((wrapping) => text.includes(wrapping)))) found.push(`${table}.${column}`)
    }
  }
  return [...new Set(found)]
}

describe('a submitted text', () => {
  it('is found nowhere in the database until it is opened', async () => {
    const { id } = await openChallenge(kernel)
    const actor = await kernel.as('solver')
    await kernel.commands.run(
      saveDraft,
      { challenge_id: id, content: { plan: canary, team: canary } },
      { actor, key: 'draft' },
    )
    expect(await whereFound(canary)).toEqual([])
    const about = {
      plan: `${canary}，详见正文`,
      team: canary,
      commitments: [
        { position: 0, value: 415, note: canary },
        { position: 1, value: null },
      ],
    }
    await submitAs(kernel, 'solver', id, about)
    expect(await whereFound(canary)).toEqual([])
    await closeAndOpen(kernel, id)
    // The search itself works: after opening it finds what opening wrote, and still nothing in events or jobs.
    expect((await whereFound(canary)).sort()).toEqual(['bid_commitment.note', 'bid_content.plan', 'bid_content.team'])
  })

  it('of 1 KB is stored like one of 60 KB', async () => {
    const { id } = await openChallenge(kernel)
    await submitAs(kernel, 'solver', id, { plan: '短'.repeat(340) })
    await submitAs(kernel, 'rival', id, { plan: '长'.repeat(19_900) })
    const sizes = await Promise.all(
      (['solver', 'rival'] as const).map(async (key) => {
        const [envelope] = await envelopesOf(kernel, (await bidOf(kernel, key, id)).id)
        return envelope!.ciphertext.length
      }),
    )
    expect(sizes[0]).toBe(sizes[1])
  })
})

describe('what an organisation sees of its own sealed bid', () => {
  it('is state, version, times and commitment, and nothing of another bid', async () => {
    const { id } = await openChallenge(kernel)
    const [solver, rival] = [await kernel.as('solver'), await kernel.as('rival')]
    const { proof } = await submitAs(kernel, 'solver', id)
    const view = await ownBidView(kernel.db, kernel.keys, id, solver.organization!.id)
    expect(view).toEqual({
      code: proof.bid,
      state: 'sealed',
      version: 1,
      draft: null,
      envelope: {
        version: 1,
        challenge_revision: 1,
        submitted_at: proof.submitted_at,
        system_at: proof.system_at,
        commitment: proof.commitment,
      },
    })
    expect(JSON.stringify(view)).not.toContain(content().plan)
    expect(await ownBidView(kernel.db, kernel.keys, id, rival.organization!.id)).toBeNull()
  })

  it('is the draft in clear, for that organisation alone', async () => {
    const { id } = await openChallenge(kernel)
    const actor = await kernel.as('solver')
    await kernel.commands.run(saveDraft, { challenge_id: id, content: { plan: '写到一半', price: '12万' } }, { actor })
    const view = await ownBidView(kernel.db, kernel.keys, id, actor.organization!.id)
    expect(view).toMatchObject({
      state: 'draft',
      version: 0,
      envelope: null,
      draft: { plan: '写到一半', price: '12万' },
    })
    const rival = await kernel.as('rival')
    expect(await ownBidView(kernel.db, kernel.keys, id, rival.organization!.id)).toBeNull()
  })
})
