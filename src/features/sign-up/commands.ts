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
import { confirmationMail } from '../email-addresses/notifications.ts'

/** Enough for a whole office behind one address, and slow for a script: less than 30 in an hour. */
const signUpsPerAddress = { free: 20, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }

type Applicant = Omit<NewAccount, 'status' | 'passwordHash' | 'isEmailConfirmed'> & {
  readonly role: 'sponsor' | 'influencer'
  readonly password: string
}

export type SignUpRefusal = 'too_many' | 'username_taken'

/**
 * Creates an account with its profile. Usernames are public, so a taken one is refused. A taken e-mail address is not:
 * the account is made all the same, without a confirmed address, and only the owner of the address learns of it. So
 * neither the answer nor what the new account can do tells whether the address has an account. Two round trips.
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
  ])
  if (!allowed) return refuse('too_many')
  if (results[0]?.rows[0]) return refuse('username_taken')

  const account = {
    ...applicant,
    status: firstStatus[applicant.role],
    passwordHash: await hashPassword(password),
    isEmailConfirmed: false,
  }
  const id = accountId(username)
  // One of the two e-mails finds somebody.
  const mails = [confirmationMail(id, now), signUpWithTakenEmail(email, now)]
  const created = await write(db, [...createAccount(account, now), ...createProfile(id), ...mails], {
    invalidates: ['influencers', 'statistics'],
  })
  return created.ok ? ok(null) : created
}

/** Sponsors wait for an admin's approval. */
const firstStatus = { sponsor: 'pending', influencer: 'active' } as const
