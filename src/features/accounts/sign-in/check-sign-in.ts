import { eq, or } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { mutation } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'
import { verifyPassword } from '../passwords/passwords.ts'
import { attempt } from '../rate-limit.ts'
import { users } from '../schema.ts'
import { signInCounters } from './sign-in-limits.ts'

export type SignInRefusal =
  | { kind: 'wrong' }
  | { kind: 'too_many' }
  /** Told only to someone who knows the password. */
  | { kind: 'suspended'; reason: string }

interface Credentials {
  /** Username or e-mail address, lower case. */
  readonly account: string
  readonly password: string
  readonly address: string
}

/**
 * Checks a username or e-mail address with a password. A wrong password and an unknown account take the same time
 * and get the same answer. One round trip.
 */
export async function checkSignIn(
  db: Database,
  { account, password, address }: Credentials,
  now: number,
): Promise<Result<UserId, SignInRefusal>> {
  const counters = signInCounters(account, address)
  const { allowed, results } = await attempt(db, counters, now, [selectForSignIn(account)])
  if (!allowed) return refuse({ kind: 'too_many' })

  const user = results[0]?.rows[0]
  const isRight = await verifyPassword(password, user ? String(user.passwordHash) : null)
  if (!user || !isRight) return refuse({ kind: 'wrong' })
  if (user.status === 'suspended') {
    return refuse({ kind: 'suspended', reason: String(user.statusReason ?? '') })
  }
  return ok(Number(user.id) as UserId)
}

function selectForSignIn(account: string) {
  return mutation
    .select({
      id: users.id,
      passwordHash: users.passwordHash,
      status: users.status,
      statusReason: users.statusReason,
    })
    .from(users)
    .where(or(eq(users.username, account), eq(users.email, account)))
    .limit(1)
}
