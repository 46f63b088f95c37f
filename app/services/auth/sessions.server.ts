import { createHash, randomBytes } from 'node:crypto'
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle'
import { eq } from 'drizzle-orm'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { Database } from '#db/client'
import { person, session } from '#db/schema'

/** Sign-in sessions of 12 hours. The cookie carries the token; the database only its SHA-256, so a stolen table opens nothing. */
export interface Sessions {
  /** Makes a session; answers the cookie to set. */
  open(personId: string, organizationId: string | null): Promise<string>
  /** Whose session a request's cookie names; null when none, expired or ended. */
  read(cookieHeader: string | null): Promise<OpenSession | null>
  /** Ends a session; answers the cookie that clears it. */
  close(token: string): Promise<string>
  closeAll(personId: string): Promise<void>
  /** Remembers which organisation the person acts for. */
  actFor(token: string, organizationId: string | null): Promise<void>
}

export interface OpenSession {
  token: string
  personId: string
  organizationId: string | null
  /** Cookie to set again because the session was prolonged. */
  renewedCookie: string | null
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia
    DatabaseSessionAttributes: { organizationId: string | null }
  }
}

const hash = (token: string) => createHash('sha256').update(token).digest('hex')

/** Lucia's adapter keeps tokens in clear; this one hands it their digest. */
function hashing(inner: Adapter): Adapter {
  return {
    async getSessionAndUser(token) {
      const [found, user] = await inner.getSessionAndUser(hash(token))
      return [found && { ...found, id: token }, user]
    },
    getUserSessions: (userId) => inner.getUserSessions(userId),
    setSession: (made) => inner.setSession({ ...made, id: hash(made.id) }),
    updateSessionExpiration: (token, expiresAt) => inner.updateSessionExpiration(hash(token), expiresAt),
    deleteSession: (token) => inner.deleteSession(hash(token)),
    deleteUserSessions: (userId) => inner.deleteUserSessions(userId),
    deleteExpiredSessions: () => inner.deleteExpiredSessions(),
  }
}

/** @param secure whether the site is served over https; then the cookie is `__Host-` and Secure. */
export function makeSessions(db: Database, secure: boolean): Sessions {
  const lucia = new Lucia(hashing(new DrizzlePostgreSQLAdapter(db, session, person)), {
    sessionExpiresIn: new TimeSpan(12, 'h'),
    sessionCookie: {
      name: secure ? '__Host-jiebang' : 'jiebang',
      expires: true,
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: (attributes) => ({ organizationId: attributes.organizationId }),
  })
  return {
    async open(personId, organizationId) {
      const made = await lucia.createSession(
        personId,
        { organizationId },
        { sessionId: randomBytes(32).toString('base64url') },
      )
      return lucia.createSessionCookie(made.id).serialize()
    },
    async read(cookieHeader) {
      const token = cookieHeader ? lucia.readSessionCookie(cookieHeader) : null
      if (!token || !/^[\w-]{43}$/.test(token)) return null
      const { session: found } = await lucia.validateSession(token)
      if (!found) return null
      const { organizationId } = found as typeof found & { organizationId: string | null }
      return {
        token,
        personId: found.userId,
        organizationId,
        renewedCookie: found.fresh ? lucia.createSessionCookie(token).serialize() : null,
      }
    },
    async close(token) {
      await lucia.invalidateSession(token)
      return lucia.createBlankSessionCookie().serialize()
    },
    closeAll: (personId) => lucia.invalidateUserSessions(personId),
    async actFor(token, organizationId) {
      await db
        .update(session)
        .set({ organizationId })
        .where(eq(session.id, hash(token)))
    },
  }
}
