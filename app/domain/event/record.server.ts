import type { Tx } from '#db/client'
import { event } from '#db/schema'
import type { Actor } from '../kernel/actor'
import type { Moment } from '../kernel/clock'
import { plainJson } from '../kernel/json'

/** What happened, in the past tense, with the subject before and after. */
export interface RecordedEvent {
  id: number
  type: string
  subject: { type: string; id: string }
  at: Date
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  /** Without what is sealed. */
  input: unknown
  /** The person who did it; null where the clock or the worker did. */
  personId: string | null
  requestId: string | null
}

/** Who asked, as the event keeps it. */
export interface Origin {
  actor: Actor
  requestId: string | null
}

/** Appends the event of a write. `input` must already be free of sealed values. */
export async function record(
  tx: Tx,
  origin: Origin,
  moment: Moment,
  happened: {
    type: string
    subject: { type: string; id: string }
    input: unknown
    before: Record<string, unknown> | null
    after: Record<string, unknown> | null
  },
): Promise<RecordedEvent> {
  const { actor } = origin
  const person = actor.kind === 'person' ? actor : null
  const [row] = await tx
    .insert(event)
    .values({
      type: happened.type,
      subjectType: happened.subject.type,
      subjectId: happened.subject.id,
      actorKind: actor.kind,
      personId: person?.personId ?? null,
      organizationId: person?.organization?.id ?? null,
      tokenId: person?.token?.id ?? null,
      requestId: origin.requestId,
      systemAt: moment.system,
      businessAt: moment.business,
      input: plainJson(happened.input),
      before: plainJson(happened.before),
      after: plainJson(happened.after),
    })
    .returning({ id: event.id })
  return {
    id: row!.id,
    type: happened.type,
    subject: happened.subject,
    at: moment.business,
    before: happened.before,
    after: happened.after,
    input: happened.input,
    personId: person?.personId ?? null,
    requestId: origin.requestId,
  }
}
