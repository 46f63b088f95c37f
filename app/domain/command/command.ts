import type { z } from 'zod'
import type { Tx } from '#db/client'
import type { Actor } from '../kernel/actor'
import type { Moment } from '../kernel/clock'
import type { Decision } from '../kernel/decision'
import type { Lifecycle } from '../kernel/states'
import type { Keys } from './keys.server'

/** What a command's body gets. Business time (`now`) was read once, after the lock. */
export interface WriteContext<Input, Subject> {
  tx: Tx
  input: Input
  subject: Subject
  actor: Actor
  now: Date
  moment: Moment
  keys: Keys
}

/** What a body gives back: the answer to the caller (JSON; kept encrypted for retries) and, where it made something, what. */
export interface Written<Answer> {
  answer: Answer
  /** The thing that was made or changed, when the command has no locked subject of its own. */
  subject?: { type: string; id: string }
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

interface Common<Name extends string, Schema extends z.ZodType, Subject, Answer> {
  name: Name
  /** Past-tense name that the event carries. */
  event: string
  input: Schema
  /** Who can fire it: people (forms, API), or only the system's own parts. */
  by: 'person' | 'clock' | 'worker'
  /** Answers hold secrets (receipt keys, tokens): the API marks them so, and pages show them once. */
  allow: (actor: Actor, subject: Subject, input: z.output<Schema>) => Decision
  write: (context: WriteContext<z.output<Schema>, Subject>) => Promise<Written<Answer>>
}

/** A command whose subject has a life of its own: the kernel locks the row, fires what is due, checks and moves its state. */
export interface LifecycleCommand<Name extends string, Schema extends z.ZodType, Subject, Answer> extends Common<
  Name,
  Schema,
  Subject,
  Answer
> {
  of: Lifecycle<never, never, never>
  id: (input: z.output<Schema>) => string
  /** The table's event that it fires; a command without one may write in the states it names. */
  transition?: string
  states?: readonly string[]
}

/** A command about something without a life of its own; `lock` reads and locks what its rule is about. */
export interface PlainCommand<Name extends string, Schema extends z.ZodType, Subject, Answer> extends Common<
  Name,
  Schema,
  Subject,
  Answer
> {
  lock: (tx: Tx, input: z.output<Schema>, actor: Actor) => Promise<Subject>
}

export type AnyCommand = (
  LifecycleCommand<string, z.ZodType, never, unknown> | PlainCommand<string, z.ZodType, never, unknown>
) & {
  readonly declared: true
}

export type Command<Name extends string, Schema extends z.ZodType, Answer> = AnyCommand & {
  name: Name
  input: Schema
  /** Only for types: what the command answers. */
  readonly answers?: Answer
}

export type InputOf<C> = C extends { input: infer S extends z.ZodType } ? z.input<S> : never
export type AnswerOf<C> = C extends { readonly answers?: infer Answer } ? NonNullable<Answer> : never

/** Declares a write on a thing that has states. */
export function lifecycleCommand<
  const Name extends string,
  Schema extends z.ZodType,
  Subject extends { id: string; state: State },
  State extends string,
  Event extends string,
  Answer,
>(
  name: Name,
  spec: Omit<Common<Name, Schema, Subject, Answer>, 'name' | 'by'> & {
    of: Lifecycle<Subject, State, Event>
    id: (input: z.output<Schema>) => string
    by?: 'person' | 'clock' | 'worker'
  } & (
      { transition: NoInfer<Event>; states?: undefined } | { transition?: undefined; states: readonly NoInfer<State>[] }
    ),
): Command<Name, Schema, Answer> {
  return { by: 'person', ...spec, name, declared: true } as unknown as Command<Name, Schema, Answer>
}

/** Declares a write whose subject has no states, such as making a new draft. */
export function command<const Name extends string, Schema extends z.ZodType, Subject, Answer>(
  name: Name,
  spec: Omit<Common<Name, Schema, Subject, Answer>, 'name' | 'by'> & {
    lock: (tx: Tx, input: z.output<Schema>, actor: Actor) => Promise<Subject>
    by?: 'person' | 'clock' | 'worker'
  },
): Command<Name, Schema, Answer> {
  return { by: 'person', ...spec, name, declared: true } as unknown as Command<Name, Schema, Answer>
}

/** For commands that make something new: nothing to lock. */
export const nothing = async (): Promise<null> => null
