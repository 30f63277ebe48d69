import { eq, or } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { mutation, write } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'
import { verifyPassword } from '../passwords/passwords.ts'
import { hit, isAllowed } from '../rate-limit.ts'
import { users } from '../schema.ts'
import { signInCounters } from './sign-in-limits.ts'

export type SignInRefusal =
  | { kind: 'wrong' }
  | { kind: 'too_many' }
  /** Only said to someone who knows the password. */
  | { kind: 'suspended'; reason: string }

interface Try {
  /** Username or e-mail, lower case. */
  readonly account: string
  readonly password: string
  readonly address: string
}

/**
 * Checks who someone is. Takes the same time and says the same for a wrong password and an unknown account.
 * One round trip.
 */
export async function checkSignIn(
  db: Database,
  { account, password, address }: Try,
  now: number,
): Promise<Result<UserId, SignInRefusal>> {
  const tries = hit(signInCounters(account, address), now)
  const written = await write(db, [...tries, selectForSignIn(account)])
  if (!written.ok) throw new Error('Counting a try has no guard that could stop it.')
  if (!isAllowed(written.value.slice(0, tries.length))) return refuse({ kind: 'too_many' })

  const found = written.value.at(-1)?.rows[0]
  const right = await verifyPassword(password, found ? String(found.passwordHash) : null)
  if (!found || !right) return refuse({ kind: 'wrong' })
  if (found.status === 'suspended')
    return refuse({ kind: 'suspended', reason: String(found.statusReason ?? '') })
  return ok(Number(found.id) as UserId)
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
