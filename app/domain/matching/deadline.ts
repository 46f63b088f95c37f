import { SearchUnavailable } from '#search/engine'

/** How long an engine may take where the database can answer instead: what is left of a second and a half is the database's. */
export const engineWithinMs = 800

/** What an engine answers, or, when it takes longer, that search does not answer. What comes later is thrown away. */
export async function answeredWithin<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SearchUnavailable('timeout', `no answer within ${ms} ms`)), ms)
  })
  answer.catch(() => undefined)
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
