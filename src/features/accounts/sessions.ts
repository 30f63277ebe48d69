import { createHash } from 'node:crypto'
import { eq, type SQL, sql } from 'drizzle-orm'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { Env } from '../../env.ts'
import type { Database } from '../../platform/db/database.ts'
import { expectThat, mutation, type Statement, write } from '../../platform/db/write.ts'
import { cookieName, isHttps, readOwnCookie } from '../../platform/http/cookies.ts'
import type { UserId as ParleyUserId } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import { DAY, HOUR } from '../../shared/time.ts'
import { recordSecurityEvent } from '../security-log/commands.ts'
import type { RequestOrigin } from '../security-log/origin.ts'
import { expectPassword, type VerifiedPassword } from './passwords/verified-password.ts'
import { sessions, users } from './schema.ts'
import { deviceCookie, readDevice } from './sign-in/devices.ts'
import { newDeviceMail } from './sign-in/notifications.ts'
import { hasTwoFactor } from './two-factor/queries.ts'

/** A session ends after two weeks without a visit, and after 60 days in any case. */
const IDLE = new TimeSpan(14, 'd')
const ABSOLUTE = 60 * DAY

/** Admins sign in again after half a day, however active they are. */
const ABSOLUTE_FOR_ADMINS = 12 * HOUR
const COOKIE = 'parley_session'

/** "Last seen" is written at most once an hour. */
const SEEN_INTERVAL = HOUR

declare module 'lucia' {
  interface Register {
    Lucia: Lucia
    UserId: ParleyUserId
  }
}

export type Scope = { readonly db: Database; readonly env: Env; readonly now: number }

/** The columns that a session query has to return. `viewer/queries.ts` adds those that every page needs. */
export interface SessionRow {
  /** The user's id. */
  readonly id: ParleyUserId
  readonly expiresAt: number
  /** When the account was last seen, and when this session was. */
  readonly lastSeenAt: number | null
  readonly seenAt: number
}

/**
 * The session with this id, unless it was created before `oldest`, or before `oldestOfAdmin` for an admin, or its account
 * may not sign in.
 */
export type SelectSession<Row extends SessionRow> = (values: {
  readonly sessionId: string
  readonly oldest: number
  readonly oldestOfAdmin: number
  readonly now: number
}) => PromiseLike<readonly Row[]>

export interface ValidatedSession<Row extends SessionRow> {
  /** Null for a visitor. */
  readonly row: Row | null
  /** The `Set-Cookie` header to send, if the browser's cookie has to change. */
  readonly cookie: string | null
  /** Writes that the response need not wait for. */
  readonly writes: Promise<unknown> | null
}

/** Finds the session that the request's cookie names. One round trip, none without a cookie. */
export async function validateSession<Row extends SessionRow>(
  scope: Scope,
  cookieHeader: string | undefined,
  selectSession: SelectSession<Row>,
): Promise<ValidatedSession<Row>> {
  const token = readOwnCookie(scope.env, cookieHeader, COOKIE)
  if (token === null) return { row: null, cookie: null, writes: null }

  const { db, now } = scope
  const later: Statement[] = []
  const found: { row: Row | null } = { row: null }
  const lucia = luciaFor(scope, {
    async getSessionAndUser() {
      const [row] = await selectSession({
        sessionId: hashToken(token),
        oldest: now - ABSOLUTE,
        oldestOfAdmin: now - ABSOLUTE_FOR_ADMINS,
        now,
      })
      if (!row) return [null, null]
      found.row = row
      const session = { id: token, userId: row.id, expiresAt: new Date(row.expiresAt), attributes: {} }
      return [session, { id: row.id, attributes: {} }]
    },
    // Lucia writes while it validates. The response does not wait for these writes.
    async updateSessionExpiration(_, expiresAt) {
      later.push(extendSession(token, expiresAt))
    },
    async deleteSession() {
      later.push(deleteSession(token))
    },
  })

  const { session } = await lucia.validateSession(token)
  const row = session ? found.row : null
  if (row && now - Math.min(row.seenAt, row.lastSeenAt ?? 0) > SEEN_INTERVAL)
    later.push(markSeen(row.id, now), markSessionSeen(token, now))
  return {
    row,
    cookie: session ? renewedCookie(lucia, session) : lucia.createBlankSessionCookie().serialize(),
    writes: later.length > 0 ? write(db, later) : null,
  }
}

/** The id under which the request's session is stored; null if the request names none. It may have ended. */
export function sessionIdOf(env: Env, cookieHeader: string | undefined): string | null {
  const token = readOwnCookie(env, cookieHeader, COOKIE)
  return token === null ? null : hashToken(token)
}

/** Whether the request names a session, which may have ended. */
export function hasSessionCookie(env: Env, cookieHeader: string | undefined): boolean {
  return readOwnCookie(env, cookieHeader, COOKIE) !== null
}

/**
 * `password_changed`: since it was verified. `closed`: since then, the account was suspended or deleted, or the former
 * session has ended. `code_needed`: the account has two-factor sign-in.
 */
export type SessionRefusal = 'password_changed' | 'closed' | 'code_needed'

/** A session that is replaced by a new one without another sign-in. */
export interface FormerSession {
  /** When its owner signed in, in milliseconds UTC. */
  readonly signedInAt: number
}

interface NewSession<Name extends string> {
  /** The request's `Cookie` header. The session that it names ends, whoever it belongs to. */
  readonly cookieHeader: string | undefined
  readonly origin: RequestOrigin
  /**
   * Besides the password: a code, or the session that the cookie names. With neither, the account must not need a code. A
   * session that replaces another one keeps the time of the sign-in, so it ends no later.
   */
  readonly also?: 'code' | FormerSession
  /** They run in the same batch, after the checks and before the session starts. */
  readonly statements?: readonly Statement<Name>[]
}

/**
 * Signs in somebody whose password was verified. Returns the cookies for the browser. The password may have been verified
 * a while ago, so the same batch checks that it is still the account's, and that the account may still sign in. If
 * not, or if a guard among `statements` refuses, nothing is changed. One round trip.
 */
export async function startSession<Name extends string = never>(
  scope: Scope,
  verified: VerifiedPassword,
  { cookieHeader, origin, also, statements = [] }: NewSession<Name>,
): Promise<Result<readonly string[], SessionRefusal | Name>> {
  const { db, env, now } = scope
  const { userId } = verified
  const former = readOwnCookie(env, cookieHeader, COOKIE)
  const continued = typeof also === 'object' ? also : null
  const isKnownDevice = readDevice(env, cookieHeader)?.accounts.some((known) => known.userId === userId)
  const batch = (session: typeof sessions.$inferInsert): Statement<SessionRefusal | Name>[] => [
    expectPassword('password_changed', verified),
    expectThat('closed', maySignIn(userId)),
    ...(also ? [] : [expectThat('code_needed', sql`not ${hasTwoFactor(sql`${userId}`)}`)]),
    ...(continued ? [expectThat('closed', isSessionOf(userId, former))] : []),
    ...statements,
    ...(former === null ? [] : [deleteSession(former)]),
    mutation.insert(sessions).values({ ...session, ...origin, lastSeenAt: now }),
    ...(continued ? [] : signedIn(userId, origin, !isKnownDevice, now)),
    markSeen(userId, now),
  ]

  const writing: { result: Result<unknown, SessionRefusal | Name> } = { result: ok(null) }
  const lucia = luciaFor(scope, {
    async setSession({ id, expiresAt }) {
      const createdAt = continued?.signedInAt ?? now
      const session = { id: hashToken(id), userId, createdAt, expiresAt: expiresAt.getTime() }
      writing.result = await write(db, batch(session))
    },
  })
  const { id } = await lucia.createSession(userId, {})
  const { result } = writing
  if (!result.ok) return result
  const device = deviceCookie(env, cookieHeader, { userId, signedInAt: now })
  return ok([lucia.createSessionCookie(id).serialize(), device])
}

/** Records a sign-in, and tells the owner by e-mail of a device that is new. */
function signedIn(userId: ParleyUserId, origin: RequestOrigin, isNewDevice: boolean, at: number) {
  return [
    ...(isNewDevice ? [newDeviceMail(userId, origin, at)] : []),
    recordSecurityEvent({ userId, kind: 'signed_in', origin, at }),
  ]
}

/** Signs this browser out. Returns the cookie that clears the browser's. */
export async function endSession(
  scope: Scope,
  cookieHeader: string | undefined,
  origin: RequestOrigin,
): Promise<string> {
  const id = sessionIdOf(scope.env, cookieHeader)
  if (id !== null) {
    const userId = sql`(select user_id from ${sessions} where id = ${id})`
    await write(scope.db, [
      recordSecurityEvent({ userId, kind: 'signed_out', origin, at: scope.now }),
      mutation.delete(sessions).where(eq(sessions.id, id)),
    ])
  }
  return luciaFor(scope, {}).createBlankSessionCookie().serialize()
}

/** Signs a user out everywhere: for the batch that suspends them or changes their password. */
export function endAllSessions(userId: ParleyUserId) {
  return mutation.delete(sessions).where(eq(sessions.userId, userId))
}

/** Lucia stores through an adapter. Ours implements only the methods that the caller uses. */
function luciaFor(scope: Scope, methods: Partial<Adapter>): Lucia {
  return new Lucia(
    { ...unusedMethods, ...methods },
    {
      sessionExpiresIn: IDLE,
      sessionCookie: {
        name: cookieName(scope.env, COOKIE),
        attributes: { secure: isHttps(scope.env), sameSite: 'lax', path: '/' },
      },
    },
  )
}

const unusedMethods: Adapter = {
  getSessionAndUser: unused,
  getUserSessions: unused,
  setSession: unused,
  updateSessionExpiration: unused,
  deleteSession: unused,
  deleteUserSessions: unused,
  deleteExpiredSessions: unused,
}

function unused(): never {
  throw new Error('Lucia called an adapter method that Parley does not use.')
}

function renewedCookie(lucia: Lucia, session: { id: string; fresh: boolean }): string | null {
  return session.fresh ? lucia.createSessionCookie(session.id).serialize() : null
}

// The table holds hashes, so nobody can sign in with what they read there.
function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

function extendSession(token: string, expiresAt: Date) {
  return mutation
    .update(sessions)
    .set({ expiresAt: expiresAt.getTime() })
    .where(eq(sessions.id, hashToken(token)))
}

function deleteSession(token: string) {
  return mutation.delete(sessions).where(eq(sessions.id, hashToken(token)))
}

function isSessionOf(userId: ParleyUserId, token: string | null): SQL {
  const id = token === null ? null : hashToken(token)
  return sql`exists (select 1 from ${sessions} where id = ${id} and user_id = ${userId})`
}

function maySignIn(userId: ParleyUserId): SQL {
  return sql`exists (select 1 from ${users} where id = ${userId} and status not in ('suspended', 'deleted'))`
}

function markSessionSeen(token: string, now: number) {
  return mutation
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(eq(sessions.id, hashToken(token)))
}

function markSeen(userId: ParleyUserId, now: number) {
  return mutation
    .update(users)
    .set({ lastSeenAt: sql`max(coalesce(${users.lastSeenAt}, 0), ${now})` })
    .where(eq(users.id, userId))
}
