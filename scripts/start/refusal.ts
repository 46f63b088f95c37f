import { DatabaseRefusal } from '#db/embedded'
import { explainFileError } from '#db/server/refusal'
import { SearchServerRefusal } from '#search/local-server'

/** The product cannot start, for a reason that the person at the console can mend; said in Chinese, then in English. */
export class StartRefusal extends Error {
  override name = 'StartRefusal'
  constructor(chinese: string, english: string) {
    super(`${chinese}\n${english}`)
  }
}

/** What to print for an error that stops the start: the sentence of a refusal, or everything that is known of a bug. */
export function sentenceOf(error: unknown): string {
  const path = (error as NodeJS.ErrnoException | undefined)?.path
  const explained = typeof path === 'string' ? explainFileError(error, path) : error
  if (
    explained instanceof StartRefusal ||
    explained instanceof DatabaseRefusal ||
    explained instanceof SearchServerRefusal
  ) {
    return explained.message
  }
  return explained instanceof Error ? (explained.stack ?? explained.message) : String(explained)
}
