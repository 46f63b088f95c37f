import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Database, Tx } from '#db/client'
import { type RecordedEvent, record } from '../event/record.server'
import { type Actor, clockActor } from '../kernel/actor'
import { type Moment, readClock } from '../kernel/clock'
import { invalid, notAllowed, notFound, notSignedIn, stale } from '../kernel/errors'
import { type Lifecycle, nextMoment } from '../kernel/states'
import { plainJson } from '../kernel/json'
import { withoutSealed } from '../kernel/sealed'
import type { AnswerOf, AnyCommand, Command, InputOf, LifecycleCommand, PlainCommand } from './command'
import { claim, keepAnswer, retryKey } from './idempotency.server'
import type { Keys } from './keys.server'

/** A job that an event asks for; enqueued in the same transaction, so it exists exactly when the event does. */
export interface Job {
  task: string
  payload: Record<string, unknown>
  /** Jobs of one queue run one after the other. */
  queue?: string
  /** Of several jobs with one key that wait, only the last stays. */
  key?: string
}

/** The job that brings search up to date about one listing or challenge; those of one thing keep their order. */
export const indexJob = (kind: 'challenge' | 'achievement' | 'capability', id: string): Job => ({
  task: 'index',
  payload: { kind, id },
  queue: `index:${id}`,
})

/** Fires another command inside the running transaction, as one of the system's own parts. */
export type FireInside = <C extends Command<string, z.ZodType, unknown>>(
  command: C,
  input: InputOf<C>,
  actor: Actor,
) => Promise<AnswerOf<C>>

export type Follower = (context: { tx: Tx; event: RecordedEvent; moment: Moment; fire: FireInside }) => Promise<void>

/** What follows an event: followers in the same transaction, and jobs. Declared in reactions.ts. */
export type Reactions = Record<string, { followers?: readonly Follower[]; jobs?: (event: RecordedEvent) => Job[] }>

/** Which commands the clock fires for a lifecycle, by the table's event. */
export type ClockCommands = Record<string, Record<string, Command<string, z.ZodType, unknown>>>

/** Who fires a command, for which request, and the retry token of the form or request. */
export interface Caller {
  actor: Actor
  requestId?: string | null
  key?: string | null
}

export interface CommandRunner {
  /** Runs a declared command in a transaction of its own. */
  run<C extends Command<string, z.ZodType, unknown>>(command: C, input: InputOf<C>, by: Caller): Promise<AnswerOf<C>>
  /** The same for input whose type is not known, such as a request's body. */
  runUnknown(command: AnyCommand, input: unknown, by: Caller): Promise<unknown>
  /** The same for input that came out of the command's own schema, or of a form's schema with the same output. */
  runParsed(command: AnyCommand, parsed: unknown, by: Caller): Promise<unknown>
  /** Several commands that all happen or none: an import's row. `requestId` marks their events. */
  together<Result>(work: (fire: FireInside) => Promise<Result>, requestId?: string): Promise<Result>
}

type AnyLifecycle = Lifecycle<{ id: string; state: string }, string, string>
interface Fired {
  requestId: string | null
  depth: number
}

/** Longest chain of commands that fire each other: a longer one is a loop in reactions.ts. */
const deepest = 12

export function makeCommandRunner(deps: {
  db: Database
  keys: Keys
  reactions: Reactions
  clockCommands: ClockCommands
}): CommandRunner {
  async function fire(tx: Tx, command: AnyCommand, parsed: unknown, actor: Actor, fired: Fired): Promise<unknown> {
    if (fired.depth > deepest) throw new Error(`${command.name}: commands fire each other without end`)
    const life = 'of' in command ? (command as unknown as LifecycleCommand<string, z.ZodType, never, unknown>) : null
    const of = life ? (life.of as unknown as AnyLifecycle) : null
    let subject: unknown
    let moment: Moment
    if (life && of) {
      const id = life.id(parsed as never)
      let row = await of.lock(tx, id)
      if (!row) throw notFound()
      moment = await readClock(tx)
      row = await fireDue(tx, of, row, moment, command, fired)
      subject = row
    } else {
      subject = await (command as unknown as PlainCommand<string, z.ZodType, unknown, unknown>).lock(
        tx,
        parsed as never,
        actor,
      )
      moment = await readClock(tx)
    }

    const decision = command.allow(actor, subject as never, parsed as never)
    if (!decision.yes) {
      if (decision.hidden) throw notFound()
      if (decision.reason === 'errors.refusal.not_signed_in') throw notSignedIn()
      throw notAllowed(decision.reason)
    }

    const before = of ? of.snapshot(subject as never) : null
    let to: string | null = null
    if (life && of) {
      const row = subject as { id: string; state: string }
      if (life.transition) {
        const transition = of.states[row.state]?.[life.transition]
        if (!transition) throw stale('errors.state', { state: `${of.name}.state.${row.state}` })
        const guarded = transition.guard?.(row, moment.business)
        if (guarded && !guarded.yes) throw stale(guarded.reason)
        to = transition.to
      } else if (life.states && !life.states.includes(row.state)) {
        throw stale('errors.state', { state: `${of.name}.state.${row.state}` })
      }
    }

    const written = await command.write({
      tx,
      input: parsed as never,
      subject: subject as never,
      actor,
      now: moment.business,
      moment,
      keys: deps.keys,
    })

    let after: Record<string, unknown> | null = null
    let about = written.subject
    if (of) {
      const row = subject as { id: string; state: string }
      about = { type: of.name, id: row.id }
      const state = to ?? row.state
      const settled = await of.lock(tx, row.id)
      if (settled) {
        const next = nextMoment(of.states as never, { ...settled, state })
        await of.move(tx, row.id, state, next?.at ?? null)
        after = of.snapshot({ ...settled, state })
      }
    }
    if (!about) throw new Error(`${command.name} wrote without saying what`)
    const event = await record(tx, { actor, requestId: fired.requestId }, moment, {
      type: command.event,
      subject: about,
      input: withoutSealed(command.input, parsed),
      before: written.before ?? before,
      after: written.after ?? after,
    })
    await react(tx, event, moment, fired)
    return written.answer
  }

  async function fireDue(
    tx: Tx,
    of: AnyLifecycle,
    row: { id: string; state: string },
    moment: Moment,
    asked: AnyCommand,
    fired: Fired,
  ): Promise<{ id: string; state: string }> {
    if (asked.by === 'clock') return row
    let current = row
    for (let steps = 0; steps < 20; steps += 1) {
      const next = nextMoment(of.states as never, current as never) as { event: string; at: Date } | null
      if (!next || next.at > moment.business) break
      const due = deps.clockCommands[of.name]?.[next.event]
      if (!due) throw new Error(`no clock command for ${of.name}.${next.event}`)
      await fire(tx, due, { id: current.id }, clockActor, { requestId: fired.requestId, depth: fired.depth + 1 })
      const settled = await of.lock(tx, current.id)
      if (!settled) throw notFound()
      current = settled
    }
    return current
  }

  async function react(tx: Tx, event: RecordedEvent, moment: Moment, fired: Fired): Promise<void> {
    const reaction = deps.reactions[event.type]
    const inside: FireInside = async (command, input, actor) =>
      (await fire(tx, command, parse(command, input), actor, { ...fired, depth: fired.depth + 1 })) as never
    for (const follower of reaction?.followers ?? []) await follower({ tx, event, moment, fire: inside })
    for (const job of reaction?.jobs?.(event) ?? []) {
      await tx.execute(
        sql`select graphile_worker.add_job(${job.task}, ${JSON.stringify(plainJson(job.payload))}::json, queue_name := ${job.queue ?? null}, job_key := ${job.key ?? null})`,
      )
    }
  }

  const runParsed: CommandRunner['runParsed'] = async (command, parsed, by) => {
    const key = by.key ? retryKey(by.key, callerOf(by.actor), command.name) : null
    return withRetries(() =>
      deps.db.transaction(async (tx) => {
        const earlier = key && (await claim(tx, key, command.name, parsed))
        if (earlier) return earlier.answer
        const answer = await fire(tx, command, parsed, by.actor, { requestId: by.requestId ?? null, depth: 0 })
        const plain = plainJson(answer)
        if (key) await keepAnswer(tx, key, plain)
        return plain
      }),
    )
  }
  return {
    runParsed,
    runUnknown: async (command, input, by) => runParsed(command, parse(command, input), by),
    together: (work, requestId) =>
      withRetries(() =>
        deps.db.transaction((tx) =>
          work(
            async (command, input, actor) =>
              (await fire(tx, command, parse(command, input), actor, {
                requestId: requestId ?? null,
                depth: 0,
              })) as never,
          ),
        ),
      ),
    run: async (command, input, by) => (await runParsed(command, parse(command, input), by)) as never,
  }
}

function parse(command: AnyCommand, input: unknown): unknown {
  const result = command.input.safeParse(input)
  if (result.success) return result.data
  throw invalid(
    result.error.issues.map((issue) => ({
      path: issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
      message: issue.message,
    })),
  )
}

const callerOf = (actor: Actor): string => (actor.kind === 'person' ? `person:${actor.personId}` : actor.kind)

/** PostgreSQL asks for these transactions to be tried again: serialization failure, deadlock. A broken unique constraint is somebody who was first. */
async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      const code =
        (error as { code?: string; cause?: { code?: string } }).code ??
        (error as { cause?: { code?: string } }).cause?.code
      if (code === '23505') throw stale('errors.conflict')
      if ((code !== '40001' && code !== '40P01') || attempt === 4) throw error
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt * Math.random()))
    }
  }
}
