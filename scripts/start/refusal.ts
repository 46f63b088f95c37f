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
  const { path, code } = (error ?? {}) as NodeJS.ErrnoException
  // A write to an open file fails without naming it; what is written here is below the data folder.
  const place = path ?? (code === 'ENOSPC' ? (process.env.DATA_DIR ?? '.data') : undefined)
  const explained = place === undefined ? error : explainFileError(error, place)
  if (
    explained instanceof StartRefusal ||
    explained instanceof DatabaseRefusal ||
    explained instanceof SearchServerRefusal
  ) {
    return explained.message
  }
  return explained instanceof Error ? (explained.stack ?? explained.message) : String(explained)
}
