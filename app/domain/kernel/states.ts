import type { SQL } from 'drizzle-orm'
import type { Queryable, Tx } from '#db/client'
import type { Decision } from './decision'
import { yes } from './decision'

/** Who may fire an event; the command's access function decides about the person, this names the part for buttons and docs. */
export type By = 'poser' | 'owner' | 'reviewer' | 'registrar' | 'party' | 'judge' | 'solver' | 'clock' | 'worker'

export interface Transition<State extends string, Subject> {
  to: State
  by: By
  /** A named condition on the subject; refuses with a reason. */
  guard?: (subject: Subject, now: Date) => Decision
  /** For `by: 'clock'`: when it is due. */
  when?: (subject: Subject) => Date | null
}

export type StateTable<State extends string, Event extends string, Subject> = Record<
  State,
  Partial<Record<Event, Transition<State, Subject>>>
>

export interface Snapshot {
  state: string
  [field: string]: unknown
}

/** The life of one kind of thing: its table of states, and how the kernel reads, locks and moves a row. */
export interface Lifecycle<Subject extends { id: string; state: State }, State extends string, Event extends string> {
  /** Subject type in events: `challenge`. */
  name: string
  states: StateTable<State, Event, Subject>
  /** The row with what its rules read, locked for update; null when there is none. */
  lock(tx: Tx, id: string): Promise<Subject | null>
  /** Writes state and next moment of the row. */
  move(tx: Tx, id: string, state: State, nextEventAt: Date | null): Promise<void>
  /** What an event keeps of the subject: JSON, without texts that are sealed or confidential. */
  snapshot(subject: Subject): Snapshot
  /** Ids of rows whose `next_event_at` has come, oldest first. */
  due(db: Queryable, at: Date, limit: number): Promise<string[]>
}

/** When the clock fires next for a subject in its present state, and which event; null when it never does. */
export function nextMoment<Subject extends { state: State }, State extends string, Event extends string>(
  table: StateTable<State, Event, Subject>,
  subject: Subject,
): { event: Event; at: Date; to: State } | null {
  let next: { event: Event; at: Date; to: State } | null = null
  for (const [event, transition] of entries(table, subject.state)) {
    const at = transition.by === 'clock' ? (transition.when?.(subject) ?? null) : null
    if (at && (!next || at < next.at)) next = { event, at, to: transition.to }
  }
  return next
}

/** The state that a reader sees: the stored one after every due transition of the clock. */
export function effectiveState<Subject extends { state: State }, State extends string, Event extends string>(
  table: StateTable<State, Event, Subject>,
  subject: Subject,
  now: Date,
): State {
  let current = subject
  for (let steps = 0; steps < 20; steps += 1) {
    const next = nextMoment(table, current)
    if (!next || next.at > now) break
    current = { ...current, state: next.to }
  }
  return current.state
}

/** Events that the table knows for a subject's present state, with what each guard says now. */
export function availableEvents<Subject extends { state: State }, State extends string, Event extends string>(
  table: StateTable<State, Event, Subject>,
  subject: Subject,
  now: Date,
): { event: Event; by: By; decision: Decision }[] {
  return entries(table, effectiveState(table, subject, now))
    .filter(([, transition]) => transition.by !== 'clock' && transition.by !== 'worker')
    .map(([event, transition]) => ({ event, by: transition.by, decision: transition.guard?.(subject, now) ?? yes }))
}

function entries<State extends string, Event extends string, Subject>(
  table: StateTable<State, Event, Subject>,
  state: State,
): [Event, Transition<State, Subject>][] {
  return Object.entries(table[state]) as [Event, Transition<State, Subject>][]
}

/** SQL of a lifecycle's effective state, where its list filters on it. */
export type EffectiveStateSql = (at: Date) => SQL<string>
