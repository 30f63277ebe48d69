import { type SQL, sql } from 'drizzle-orm'
import { hashToken } from '../../../platform/crypto/token-hash.ts'
import { expectThat, mutation, type Statement, write } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { recordSecurityEvent } from '../../security-log/commands.ts'
import type { RequestOrigin } from '../../security-log/origin.ts'
import { expectPassword, type VerifiedPassword } from '../passwords/verified-password.ts'
import { sessions, users } from '../schema.ts'
import { deviceCookie, readDevice } from '../sign-in/devices.ts'
import { newDeviceMail } from '../sign-in/notifications.ts'
import { hasTwoFactor } from '../two-factor/queries.ts'
import { deleteSession, markSeen } from './commands.ts'
import { luciaFor, type Scope } from './lucia.ts'
import { readToken } from './session-token.ts'

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
  /** The request's `Cookie` header. Its session ends, even if it is another person's. */
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
  const former = readToken(env, cookieHeader)
  const device = readDevice(env, cookieHeader)
  const continued = typeof also === 'object' ? also : null
  const isKnownDevice = device?.accounts.some((known) => known.userId === userId)
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
  const signedInDevice = deviceCookie(env, device, { userId, signedInAt: now })
  return ok([lucia.createSessionCookie(id).serialize(), signedInDevice])
}

/** Records a sign-in, and tells the owner by e-mail of a device that is new. */
function signedIn(userId: UserId, origin: RequestOrigin, isNewDevice: boolean, at: number) {
  return [
    ...(isNewDevice ? [newDeviceMail(userId, origin, at)] : []),
    recordSecurityEvent({ userId, kind: 'signed_in', origin, at }),
  ]
}

function isSessionOf(userId: UserId, token: string | null): SQL {
  const id = token === null ? null : hashToken(token)
  return sql`exists (select 1 from ${sessions} where id = ${id} and user_id = ${userId})`
}

function maySignIn(userId: UserId): SQL {
  return sql`exists (select 1 from ${users} where id = ${userId} and status not in ('suspended', 'deleted'))`
}
