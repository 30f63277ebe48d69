import { sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/write.ts'
import { type Result, refuse } from '../../shared/result.ts'
import { HOUR, MINUTE } from '../../shared/time.ts'
import { confirmEmail } from '../accounts/commands.ts'
import { hashPassword } from '../accounts/passwords/passwords.ts'
import { counter, hit } from '../accounts/rate-limit.ts'
import { replacePassword } from '../accounts/settings/password/commands.ts'
import { recordEvent } from '../activity/commands.ts'
import { useLink, voidLinks } from '../email-links/commands.ts'
import { recordSecurityEvent } from '../security-log/commands.ts'
import type { RequestOrigin } from '../security-log/origin.ts'
import { resetAccount, resetMail } from './notifications.ts'
import type { OpenReset } from './queries.ts'

/** For everybody behind one network address. Enough for an office, too few to send mail to many. */
const requestsPerAddress = { free: 20, firstWait: MINUTE, longestWait: HOUR }

interface Request {
  readonly db: Database
  /** Milliseconds UTC. */
  readonly now: number
  readonly origin: RequestOrigin
}

/**
 * Sends a link to whoever has this username or e-mail address. Returns nothing and takes the same work in each case: no
 * such account, a limit that was reached, or a link on its way. One round trip.
 */
export async function requestReset(
  { db, now, origin }: Request,
  account: string,
  clientAddress: string,
): Promise<void> {
  const counters = [counter(requestsPerAddress, 'password reset', clientAddress)]
  // Right after the counter, which changes one row if it allows the request.
  const statements = [
    ...hit(counters, now),
    resetMail(account, sql`changes() = 1`, now),
    recordSecurityEvent({ userId: resetAccount(account), kind: 'reset_requested', origin, at: now }),
  ]
  // The limits are what stops a second link, and they also hold where the form is not remembered.
  await write(db, statements, { isAttempt: true })
}

/**
 * Sets a new password for the account with this username, signs it out everywhere, and ends all its open links. The
 * address is confirmed, because the link was sent there. So the links of other accounts with this address are over too.
 * One round trip.
 */
export async function resetPassword(
  { db, now, origin }: Request,
  reset: OpenReset,
  { account, newPassword }: { readonly account: string; readonly newPassword: string },
): Promise<Result<unknown, 'gone'>> {
  const { address, accounts } = reset
  const id = accounts.find(({ username }) => username === account)?.id
  if (id === undefined) return refuse('gone')
  const passwordHash = await hashPassword(newPassword)
  return write<'gone'>(db, [
    ...useLink(reset, now),
    ...replacePassword(id, passwordHash, now),
    ...confirmEmail(id, address, 'gone'),
    ...voidLinks(id, ['confirmation']),
    recordSecurityEvent({ userId: id, kind: 'reset_done', origin, at: now }),
    recordEvent({ subject: 'user', subjectId: id, kind: 'password_reset', actor: id, at: now }),
  ])
}
