import { createHash } from 'node:crypto'
import { eq, lte, sql } from 'drizzle-orm'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import type { Env } from '../../env.ts'
import type { Database } from '../../platform/db/database.ts'
import { mutation, type Statement, write } from '../../platform/db/write.ts'
import type { Viewer } from '../../platform/http/context.ts'
import type { UserId as OurUserId } from '../../shared/ids.ts'
import { DAY, HOUR } from '../../shared/time.ts'
import { type SessionRow, selectSessionAndViewer, toViewer } from '../viewer/queries.ts'
import { sessions, users } from './schema.ts'

/** A session ends after two weeks without a visit, and after two months whatever happens. */
const IDLE = new TimeSpan(14, 'd')
const ABSOLUTE = 60 * DAY

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, SessionRow>
    UserId: OurUserId
    DatabaseUserAttributes: SessionRow
  }
}

export type Scope = { db: Database; env: Env; now: number }

/**
 * Who the cookie speaks for, in one round trip; null for nobody. `cookie` is set when the browser has to be
 * told something new. `slide` notes the visit; it can go on after the answer.
 */
export async function findViewer(
  scope: Scope,
  cookieHeader: string,
): Promise<{ viewer: Viewer | null; cookie: string | null; slide: Promise<unknown> | null }> {
  const { lucia, later } = luciaFor(scope)
  const token = lucia.readSessionCookie(cookieHeader)
  if (!token) return { viewer: null, cookie: null, slide: null }

  const { session, user } = await lucia.validateSession(token)
  if (!session)
    return { viewer: null, cookie: lucia.createBlankSessionCookie().serialize(), slide: settle(later) }
  if (scope.now - (user.lastSeenAt ?? 0) > HOUR) later.push(() => sawUser(scope, user.id))
  const cookie = session.fresh ? lucia.createSessionCookie(token).serialize() : null
  return { viewer: toViewer(user), cookie, slide: settle(later) }
}

/** Signs a user in. Gives the cookie for the browser; `alongside` is written first in the same batch. */
export async function startSession(
  scope: Scope,
  userId: OurUserId,
  alongside: readonly Statement[] = [],
): Promise<string> {
  const { lucia } = luciaFor(scope, alongside)
  const session = await lucia.createSession(userId, {})
  return lucia.createSessionCookie(session.id).serialize()
}

/** Signs this browser out. Gives the cookie that clears it. */
export async function endSession(scope: Scope, cookieHeader: string): Promise<string> {
  const { lucia, later } = luciaFor(scope)
  const token = lucia.readSessionCookie(cookieHeader)
  if (token) await lucia.invalidateSession(token)
  await settle(later)
  return lucia.createBlankSessionCookie().serialize()
}

/** Signs a user out everywhere: for the batch that suspends it or changes its password. */
export function endAllSessions(userId: OurUserId) {
  return mutation.delete(sessions).where(eq(sessions.userId, userId))
}

// Lucia slides the expiry while it validates. That write must not make the reader wait, so it is put off.
function luciaFor(scope: Scope, alongside: readonly Statement[] = []) {
  const later: (() => Promise<unknown>)[] = []
  const https = scope.env.PUBLIC_URL.startsWith('https:')
  const lucia = new Lucia(adapter(scope, alongside, later), {
    sessionExpiresIn: IDLE,
    sessionCookie: {
      name: https ? '__Host-parley_session' : 'parley_session',
      attributes: { secure: https, sameSite: 'lax', path: '/' },
    },
    getUserAttributes: (row: SessionRow) => row,
  })
  return { lucia, later }
}

/** Lucia's stock adapters store the token itself and know no absolute lifetime; this one does better. */
function adapter(
  { db, now }: Scope,
  alongside: readonly Statement[],
  later: (() => Promise<unknown>)[],
): Adapter {
  const remove = async (token: string) => {
    const id = hashToken(token)
    await write(db, [mutation.delete(sessions).where(eq(sessions.id, id))])
  }
  return {
    async getSessionAndUser(token) {
      const [row] = await selectSessionAndViewer(db, {
        sessionId: hashToken(token),
        oldest: now - ABSOLUTE,
        now,
      })
      if (!row) return [null, null]
      const session = { id: token, userId: row.id, expiresAt: new Date(row.expiresAt), attributes: {} }
      return [session, { id: row.id, attributes: row }]
    },
    async setSession({ id, userId, expiresAt }: DatabaseSession) {
      const row = {
        id: hashToken(id),
        userId: userId,
        createdAt: now,
        expiresAt: expiresAt.getTime(),
      }
      const expired = mutation.delete(sessions).where(lte(sessions.expiresAt, now))
      await write(db, [...alongside, expired, mutation.insert(sessions).values(row), sawNow(userId, now)])
    },
    async updateSessionExpiration(token, expiresAt) {
      const id = hashToken(token)
      const slid = mutation
        .update(sessions)
        .set({ expiresAt: expiresAt.getTime() })
        .where(eq(sessions.id, id))
      later.push(() => write(db, [slid]))
    },
    async deleteSession(token) {
      later.push(() => remove(token))
    },
    async deleteUserSessions(userId) {
      await write(db, [endAllSessions(userId)])
    },
    async deleteExpiredSessions() {
      await write(db, [mutation.delete(sessions).where(lte(sessions.expiresAt, now))])
    },
    async getUserSessions(userId) {
      const rows = await db.orm.select().from(sessions).where(eq(sessions.userId, userId))
      return rows.map((row) => ({ id: row.id, userId, expiresAt: new Date(row.expiresAt), attributes: {} }))
    },
  }
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

function sawUser({ db, now }: Scope, userId: OurUserId) {
  return write(db, [sawNow(userId, now)])
}

function sawNow(userId: OurUserId, now: number) {
  return mutation
    .update(users)
    .set({ lastSeenAt: sql`max(coalesce(${users.lastSeenAt}, 0), ${now})` })
    .where(eq(users.id, userId))
}

function settle(later: readonly (() => Promise<unknown>)[]): Promise<unknown> | null {
  return later.length > 0 ? Promise.all(later.map((work) => work())) : null
}
