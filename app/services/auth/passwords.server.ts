import { hash, verify } from '@node-rs/argon2'

/** argon2id with OWASP's second profile (19 MiB, 2 passes): about 30 ms on an office server. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Two at once: a flood of sign-ins must not take the CPU from everybody else. */
const most = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost))

/** A hash of nobody's password: verifying against it takes as long as against a real one, so timing does not tell which accounts exist. */
const nobody = hash('nobody signs in with this', cost)

/** Whether a password fits. Without a stored hash it takes as long and answers no. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await nobody)
  const fits = await inTurn(() => verify(against, password))
  return stored !== null && fits
}
