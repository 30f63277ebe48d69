import { eq, or } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { mutation, type Written } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'
import { verifyPassword } from '../passwords/passwords.ts'
import type { VerifiedPassword } from '../passwords/verified-password.ts'
import { attempt } from '../rate-limit.ts'
import { isConfirmedEmail, users } from '../schema.ts'
import { endOverSuspension } from '../suspension/end-suspension.ts'
import { isSuspensionOver } from '../suspension/suspension.ts'
import { signInCounters } from './sign-in-limits.ts'

export type SignInRefusal =
  | { kind: 'wrong' }
  | { kind: 'too_many' }
  /** Told only to someone who knows the password. */
  | { kind: 'suspended'; reason: string; until: number | null; timeZone: string }

interface Credentials {
  /** Username or e-mail address, lower case. */
  readonly account: string
  readonly password: string
  readonly address: string
}

/**
 * Checks a username or e-mail address with a password. A wrong password and an unknown account take the same time
 * and get the same answer. Returns what `startSession` needs, now or after a second step. One round trip, and one more if
 * it ends a suspension whose time is over.
 */
export async function checkSignIn(
  db: Database,
  { account, password, address }: Credentials,
  now: number,
): Promise<Result<VerifiedPassword, SignInRefusal>> {
  const counters = signInCounters(account, address)
  const { allowed, results } = await attempt(db, counters, now, [selectForSignIn(account)])
  if (!allowed) return refuse({ kind: 'too_many' })

  const user = results[0]?.rows[0]
  const isRight = await verifyPassword(password, user ? String(user.passwordHash) : null)
  if (!user || !isRight) return refuse({ kind: 'wrong' })
  const verified = { userId: Number(user.id) as UserId, passwordHash: String(user.passwordHash) }
  if (user.status !== 'suspended') return ok(verified)

  const suspended = toSuspended(user)
  if (!isSuspensionOver(suspended, now)) {
    const { suspendedUntil: until } = suspended
    const [reason, timeZone] = [String(user.suspensionReason ?? ''), String(user.timeZone)]
    return refuse({ kind: 'suspended', reason, until, timeZone })
  }
  await endOverSuspension(db, suspended, now)
  return ok(verified)
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

function selectForSignIn(account: string) {
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
    })
    .from(users)
    .where(or(eq(users.username, account), isConfirmedEmail(account)))
    .limit(1)
}
