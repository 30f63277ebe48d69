import { sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { mutation, type Statement, type Written, write } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { ok, okValue, type Result, refuse } from '../../../shared/result.ts'
import { expectRoomToHash, verifyPassword } from '../passwords/passwords.ts'
import type { VerifiedPassword } from '../passwords/verified-password.ts'
import { users } from '../schema.ts'
import { endOverSuspension } from '../suspension/end-suspension.ts'
import { isSuspensionOver } from '../suspension/suspension.ts'
import { isNamed } from './named-account.ts'
import {
  allowanceOf,
  countSignIn,
  forgiveTypos,
  isKnownDevice,
  type SignInAttempt,
} from './sign-in-limits.ts'

export type SignInRefusal =
  /** Or too many attempts at this account, see `Allowance`. */
  | { kind: 'wrong' }
  | { kind: 'too_many' }
  /** Told only to someone who knows the password. */
  | { kind: 'suspended'; reason: string; until: number | null; timeZone: string }

interface Credentials extends SignInAttempt {
  readonly password: string
}

/** What `startSession` needs, now or after a second step. */
export interface CheckedSignIn {
  readonly verified: VerifiedPassword
  /** Which attempts allowed it, for `forgiveTypos` after a second step. */
  readonly by: 'device' | 'open'
  /** For the batch that starts the session. */
  readonly statements: readonly Statement[]
}

/**
 * Checks a username or e-mail address with a password. A wrong password and an unknown account take the same time
 * and get the same answer, also after many attempts. One round trip, and one more if it ends a suspension whose time is
 * over.
 */
export async function checkSignIn(
  db: Database,
  { password, ...attempt }: Credentials,
  now: number,
): Promise<Result<CheckedSignIn, SignInRefusal>> {
  expectRoomToHash()
  const hits = countSignIn(attempt, now)
  const written = okValue(await write(db, [...hits, selectForSignIn(attempt)], { isAttempt: true }))

  const user = written[hits.length]?.rows[0]
  const allowance = allowanceOf(attempt, written.slice(0, hits.length), user?.isKnown === 1)
  if (!allowance.allowed && allowance.by !== 'account') return refuse({ kind: 'too_many' })

  const isRight = await verifyPassword(password, user ? String(user.passwordHash) : null)
  if (!user || !isRight || !allowance.allowed) return refuse({ kind: 'wrong' })
  const verified = { userId: Number(user.id) as UserId, passwordHash: String(user.passwordHash) }
  const checked = { verified, by: allowance.by, statements: forgiveTypos(attempt, allowance.by) }
  if (user.status !== 'suspended') return ok(checked)

  const suspended = toSuspended(user)
  if (!isSuspensionOver(suspended, now)) {
    const { suspendedUntil: until } = suspended
    const [reason, timeZone] = [String(user.suspensionReason ?? ''), String(user.timeZone)]
    return refuse({ kind: 'suspended', reason, until, timeZone })
  }
  await endOverSuspension(db, suspended, now)
  return ok(checked)
}

// The statement's rows are plain SQLite values. Those of a suspended account are as the schema says.
function toSuspended({ id, role, suspendedFrom, suspendedUntil, version }: Written['rows'][number]) {
  return {
    id: Number(id) as UserId,
    role: users.role.enumValues.find((value) => value === role) ?? 'influencer',
    status: 'suspended',
    suspendedFrom: users.suspendedFrom.enumValues.find((value) => value === suspendedFrom) ?? null,
    suspendedUntil: suspendedUntil === null ? null : Number(suspendedUntil),
    version: Number(version),
  } as const
}

function selectForSignIn(attempt: SignInAttempt) {
  return mutation
    .select({
      id: users.id,
      passwordHash: users.passwordHash,
      status: users.status,
      role: users.role,
      suspendedFrom: users.suspendedFrom,
      suspensionReason: users.suspensionReason,
      suspendedUntil: users.suspendedUntil,
      timeZone: users.timeZone,
      version: users.version,
      isKnown: sql<number>`${isKnownDevice(attempt)} as is_known`,
    })
    .from(users)
    .where(isNamed(attempt.account))
    .limit(1)
}
