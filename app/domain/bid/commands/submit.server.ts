import { and, eq } from 'drizzle-orm'
import { bid as bidTable, bidDraft, bidEnvelope, challengeSeal } from '#db/schema'
import { seal, sealingSuite } from '~/services/sealing/envelope.server'
import { type Receipt, signProof } from '~/services/sealing/receipt.server'
import { command } from '../../command/command'
import { invalid, stale, unavailable } from '../../kernel/errors'
import { plainJson } from '../../kernel/json'
import { maySubmitBid } from '../access'
import { commitmentIssues } from '../commitments'
import { lockOrMakeOwnBid, nextState } from '../rows.server'
import { submitInput } from '../schema'

/**
 * Hands in a bid: sealed from here on, in place of an earlier version; the draft is destroyed. What decides is the one reading of
 * the clock after the locks. The answer is the receipt, whose secret part is kept nowhere else. Refusals: not_verified,
 * own_challenge, related_party, viewer, not_open, deadline_passed, newer_version; issues at each commitment.
 */
export const submitBid = command('bid.submit', {
  event: 'bid.submitted',
  input: submitInput,
  lock: (tx, input, actor) => lockOrMakeOwnBid(tx, input.challenge_id, actor),
  allow: (actor, { challenge }) => maySubmitBid(actor, challenge),
  async write({ tx, subject, input, actor, moment, keys }) {
    const { challenge } = subject
    const bid = subject.bid!
    const state = nextState(subject, 'submit', moment.business)
    if (input.replaces !== undefined && input.replaces !== bid.version) {
      throw stale('bid.refusal.newer_version', { version: bid.version })
    }
    const issues = commitmentIssues(challenge.targets, input.content.commitments)
    if (issues.length > 0) throw invalid(issues)

    const [key] = await tx
      .select({ recipient: challengeSeal.recipient })
      .from(challengeSeal)
      .where(eq(challengeSeal.challengeId, challenge.id))
    if (!key) throw unavailable('bid.refusal.no_seal')
    const version = bid.version + 1
    const statement = {
      suite: sealingSuite,
      challenge_id: challenge.id,
      challenge_revision: challenge.revision,
      organization_id: bid.organizationId,
      version,
      content: plainJson(input.content),
    }
    const sealed = await seal(statement, key.recipient)
    const proof = signProof(keys, {
      bid: bid.code,
      version,
      challenge: challenge.number!,
      challenge_revision: challenge.revision,
      submitted_at: moment.business.toISOString(),
      system_at: moment.system.toISOString(),
      commitment: sealed.commitment,
    })

    await tx
      .update(bidEnvelope)
      .set({ state: 'superseded' })
      .where(and(eq(bidEnvelope.bidId, bid.id), eq(bidEnvelope.state, 'live')))
    await tx.insert(bidEnvelope).values({
      bidId: bid.id,
      version,
      suite: sealingSuite,
      challengeRevision: challenge.revision,
      ciphertext: sealed.ciphertext,
      commitment: sealed.commitment,
      submittedAt: moment.business,
      systemAt: moment.system,
      signature: proof.signature,
      submittedBy: actor.kind === 'person' ? actor.personId : bid.createdBy,
    })
    await tx.update(bidTable).set({ state, version }).where(eq(bidTable.id, bid.id))
    await tx.delete(bidDraft).where(eq(bidDraft.bidId, bid.id))

    const secret = { bid: bid.code, version, salt: sealed.salt, receipt_key: sealed.receiptIdentity, statement }
    const receipt: Receipt = { proof, secret: { suite: sealingSuite, ...secret } }
    return {
      answer: receipt,
      subject: { type: 'bid', id: bid.id },
      before: { state: bid.state, version: bid.version },
      after: { state, version, commitment: sealed.commitment },
    }
  },
})
