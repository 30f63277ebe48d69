import { eq, type SQL } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { mutation, type Statement, write } from '../../platform/db/write.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { MINUTE, SECOND } from '../../shared/time.ts'
import { accountId, createAccount, type NewAccount } from '../accounts/commands.ts'
import { signUpWithTakenEmail } from '../accounts/notifications.ts'
import { expectRoomToHash, hashPassword } from '../accounts/passwords/passwords.ts'
import { attempt, counter } from '../accounts/rate-limit.ts'
import { users } from '../accounts/schema.ts'

/** Enough for a whole office behind one address, and slow for a script: less than 30 in an hour. */
const signUpsPerAddress = { free: 20, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }

type Applicant = Omit<NewAccount, 'status' | 'passwordHash'> & {
  readonly role: 'sponsor' | 'influencer'
  readonly password: string
}

export type SignUpRefusal = 'too_many' | 'username_taken'

/**
 * Creates an account with its profile. Usernames are public, so a taken one is refused. A taken e-mail address is
 * not: it takes the same work, gives the same result, and only its owner is told. Two round trips.
 */
export async function signUp(
  db: Database,
  { password, ...applicant }: Applicant,
  createProfile: (userId: SQL) => readonly Statement[],
  { clientAddress, now }: { clientAddress: string; now: number },
): Promise<Result<null, SignUpRefusal>> {
  expectRoomToHash()
  const { username, email } = applicant
  const perAddress = counter(signUpsPerAddress, 'sign-up', clientAddress)
  const { allowed, results } = await attempt(db, [perAddress], now, [
    mutation.select({ id: users.id }).from(users).where(eq(users.username, username)),
    mutation.select({ id: users.id }).from(users).where(eq(users.email, email)),
  ])
  const [sameUsername, sameEmail] = results.map(({ rows }) => rows[0])
  if (!allowed) return refuse('too_many')
  if (sameUsername) return refuse('username_taken')

  const account = {
    ...applicant,
    status: firstStatus[applicant.role],
    passwordHash: await hashPassword(password),
  }
  const created = sameEmail
    ? refuse('email_taken' as const)
    : await write(db, [...createAccount(account, now), ...createProfile(accountId(username))], {
        invalidates: ['influencers', 'statistics'],
      })
  if (created.ok) return ok(null)
  if (created.refusal === 'username_taken') return refuse('username_taken')

  await write(db, [signUpWithTakenEmail(email, now)])
  return ok(null)
}

/** Sponsors wait for an admin's approval. */
const firstStatus = { sponsor: 'pending', influencer: 'active' } as const
