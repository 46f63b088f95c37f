import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import type { AnswerOf, Command } from '~/domain/command/command'
import { DomainError, notAllowed, notFound } from '~/domain/kernel/errors'
import { issueMessage } from '~/domain/kernel/issues'
import type { RequestFacts } from './context'
import { formTokenFits } from './form-token.server'
import { answering, declare } from './page'
import { type Visit, visitOf } from './visit.server'

type AnyDeclared = Command<string, z.ZodType, unknown>

/** What an action gives its page when the form comes back: Conform's result, with everything that was typed. */
export interface ActResult {
  result: SubmissionResult<string[]>
}

interface ActOptions<C extends AnyDeclared, Then> {
  /**
   * The form's own schema, where people type otherwise than the command takes: amounts in 元, lists one per line. Its output
   * must be what the command's schema gives out.
   */
  form?: (visit: Visit) => z.ZodType<z.output<C['input']>>
  /** Input that the URL or the visit decides, laid over what the form says, as the command takes it. */
  given?: (visit: Visit) => Record<string, string> | Promise<Record<string, string>>
  /** Checked before the form is read, for instance a rate limit. */
  before?: (visit: Visit, form: FormData) => Promise<void>
  /** Where to go after success: a path (the `said` text is shown there), or an answer of its own. */
  then: (answer: AnswerOf<C>, visit: Visit) => Then | Promise<Then>
}

/** An action: one command. A form that is refused comes back whole, with its errors, and status 422, 403, 409 or 429. */
export function act<C extends AnyDeclared, Then = Response>(command: C, options: ActOptions<C, Then>) {
  return declare(async (args: ActionFunctionArgs) => {
    const visit = await visitOf(args)
    return answering(visit, async () => {
      const form = await ownForm(visit)
      const key = form.get('_key')
      form.delete('_key')
      await options.before?.(visit, form)
      for (const [name, value] of Object.entries((await options.given?.(visit)) ?? {})) form.set(name, value)
      const schema = options.form?.(visit) ?? command.input
      const done = await readForm(form, schema, (parsed) =>
        visit.services.commands.runParsed(command, parsed, {
          actor: visit.actor,
          requestId: visit.facts.requestId,
          key: typeof key === 'string' && key !== '' ? key : null,
        }),
      )
      return 'came' in done ? cameBack(visit, done.came) : await options.then(done.answer as AnswerOf<C>, visit)
    })
  })
}

/** An action that answers a question and writes nothing, such as a match: the same form, checks and errors as {@link act}. */
export function formAnswer<Schema extends z.ZodType, Answer>(
  schema: Schema,
  work: (input: z.output<Schema>, visit: Visit) => Promise<Answer>,
) {
  return declare(async (args: ActionFunctionArgs) => {
    const visit = await visitOf(args)
    return answering(visit, async () => {
      const form = await ownForm(visit)
      form.delete('_key')
      const done = await readForm(form, schema, (parsed) => work(parsed as z.output<Schema>, visit))
      return 'came' in done ? cameBack(visit, done.came) : done.answer
    })
  })
}

/** Does what a form asks for; a form that is refused comes back with everything that was typed. */
async function readForm<Answer>(form: FormData, schema: z.ZodType, work: (parsed: unknown) => Promise<Answer>) {
  const submission = parseWithZod(form, { schema })
  const back = (result: unknown, status: number, headers: Record<string, string> = {}) => ({
    came: data<ActResult>({ result: result as SubmissionResult<string[]> }, { status, headers }),
  })
  if (submission.status !== 'success') return back(submission.reply(), submission.status === undefined ? 200 : 422)
  try {
    return { answer: await work(submission.value) }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'not_signed_in' || error.code === 'not_found') throw error
    const fieldErrors: Record<string, string[]> = {}
    for (const issue of error.issues) (fieldErrors[pathName(issue.path)] ??= []).push(issue.message)
    const formErrors = error.issues.length > 0 ? [] : [issueMessage(error.key, error.params)]
    const headers: Record<string, string> = error.retryAfterSeconds
      ? { 'Retry-After': String(error.retryAfterSeconds) }
      : {}
    return back(submission.reply({ formErrors, fieldErrors }), error.status, headers)
  }
}

/** An action that is not a command of the registry (sign-in, language, demo bar): the same checks, its own body. */
export function plainAct<Answer>(work: (visit: Visit, form: FormData) => Promise<Answer>) {
  return declare(async (args: ActionFunctionArgs) => {
    const visit = await visitOf(args)
    return answering(visit, async () => work(visit, await ownForm(visit)))
  })
}

/** The request's form, once it is sure that one of our own pages sent it. */
async function ownForm(visit: Visit): Promise<FormData> {
  if (visit.request.method !== 'POST') throw notFound()
  let form: FormData
  try {
    form = await visit.request.formData()
  } catch {
    throw new DomainError('invalid', 'errors.form_unreadable')
  }
  const token = form.get('_token')
  form.delete('_token')
  if (!visit.facts.sameOrigin && !formTokenFits(visit.services.keys, visit.session?.token ?? null, token)) {
    throw notAllowed('errors.refusal.foreign_form')
  }
  return form
}

/** Goes to a path of this site and shows one sentence there (a key under `<area>.said`). */
export const goTo = (path: string, said?: string): Response =>
  redirect(said ? `${path}${path.includes('?') ? '&' : '?'}said=${encodeURIComponent(said)}` : path, 303)

/** Requests whose act was refused: without JavaScript the loaders of the page run in the same request, after the act. */
const refused = new WeakSet<RequestFacts>()

function cameBack<Came>({ facts }: Visit, came: Came): Came {
  refused.add(facts)
  return came
}

/**
 * The loader of an act that has no form of its own: whoever comes by its URL goes to the page that has its button; whoever
 * was refused stays and reads why.
 */
export const backTo =
  (path: (visit: Visit) => string) =>
  (visit: Visit): null => {
    if (refused.has(visit.facts)) return null
    throw redirect(path(visit), 303)
  }

const pathName = (path: (string | number)[]): string =>
  path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${part}` : part),
    '',
  )

/** A path of this site, or the fallback: nothing that a browser could read as another site. Source: CVE-2026-22029. */
export function safePath(wanted: string | null | undefined, fallback = '/workspace'): string {
  if (!wanted || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(wanted)) return fallback
  try {
    const url = new URL(wanted, 'http://site.invalid')
    const again = new URL(decodeURIComponent(wanted), 'http://site.invalid')
    const path = url.pathname + url.search + url.hash
    // `/.//host` loses its dots on the way and would name another site.
    return url.host === 'site.invalid' && again.host === 'site.invalid' && !path.startsWith('//') ? path : fallback
  } catch {
    return fallback
  }
}
