import type { ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { Command } from '~/domain/command/command'
import { type ActResult, act } from './act'
import { declare } from './page'

/** As many as passwords are hashed at once; the others wait here, where they hold no database connection. Source: TRUST T12. */
const most = 2
let running = 0
const waiting: (() => void)[] = []

/** As {@link act}, for forms that carry a password: a few at a time, and the password never travels back to the page. */
export function passwordAct<C extends Command<string, z.ZodType, unknown>, Then>(
  command: C,
  options: Parameters<typeof act<C, Then>>[1],
) {
  const inner = act(command, options)
  return declare(async (args: ActionFunctionArgs) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      const answer = await inner(args)
      forgetPassword(answer)
      return answer
    } finally {
      // The place goes to the next in line, or is given up.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  })
}

function forgetPassword(answer: unknown): void {
  const result = (answer as { data?: Partial<ActResult> } | null)?.data?.result
  if (result?.initialValue) delete (result.initialValue as Record<string, unknown>).password
}
