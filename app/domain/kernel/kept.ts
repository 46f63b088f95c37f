/** How long a caller waits for what is read again before it takes what was read before. */
const patienceMs = 100

/**
 * Reads something once and keeps it for a while. When it is too old it is read again; where that takes long, what was
 * read before is answered meanwhile, so that only the very first waits. Calls at the same time share one reading, and a
 * failed one is tried again by the next call.
 */
export function kept<T>(read: () => Promise<T>, forMs: number, now: () => number = Date.now): () => Promise<T> {
  let held: { value: T; until: number } | null = null
  let reading: Promise<T> | null = null
  const readAgain = () =>
    (reading ??= read()
      .then((value) => {
        held = { value, until: now() + forMs }
        return value
      })
      .finally(() => (reading = null)))
  return async () => {
    if (!held) return await readAgain()
    const { value, until } = held
    if (now() < until) return value
    return await orAfter(
      patienceMs,
      readAgain().catch(() => value),
      value,
    )
  }
}

async function orAfter<T>(ms: number, answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(otherwise), ms)))
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
