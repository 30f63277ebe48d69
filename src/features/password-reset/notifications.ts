import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import { HOUR } from '../../shared/time.ts'
import { hasEmail, users } from '../accounts/schema.ts'
import { mailLink } from '../email-links/commands.ts'
import type { NotificationText } from '../notifications/commands.ts'
import { paragraph } from '../notifications/email/blocks.ts'
import { outbox } from '../notifications/schema.ts'

/** At most this many links for one account in an hour. */
const RESETS_PER_HOUR = 3

/**
 * The link to set a new password, for the account with this username or address, if there is one and `condition` holds.
 * Of several accounts that signed up with one address, the one that confirmed it gets the link. If none has, one link is
 * sent, and whoever opens it chooses the account.
 */
export function resetMail(name: string, condition: SQL, now: number): SQL {
  const account = resetAccount(name)
  const allowed = sql`(select ${users.id} from ${users} where ${users.id} = ${account} and ${condition}
    and ${sentInHour(now)} < ${RESETS_PER_HOUR})`
  return mailLink(allowed, {
    kind: 'password_reset',
    text: resetText,
    address: sql`${users.email}`,
    path: routes.forgotPassword.request.href(),
    now,
  })
}

/** Whether somebody else has confirmed the address of an account. */
const isOthers = sql`${users.isEmailConfirmed} = 0 and exists
  (select 1 from ${users} owner where owner.email = ${users.email} and owner.is_email_confirmed = 1)`

/** Whether an account can get a link to its address. */
export const canReset = sql`${users.status} <> 'deleted' and not (${isOthers})`

/**
 * The id of the account that a reset for this username or address is for. Null if there is none. Of several with one
 * unconfirmed address it is the oldest. So nobody can take the link away by signing up with the same address.
 */
export function resetAccount(name: string): SQL {
  return sql`(select ${users.id} from ${users}
    where (${users.username} = ${name} or ${hasEmail(name)}) and ${canReset}
    order by ${users.isEmailConfirmed} desc, ${users.id} limit 1)`
}

function sentInHour(now: number): SQL {
  return sql`(select count(*) from (select 1 from ${outbox} sent where sent.user_id = ${users.id}
    and sent.kind = 'password_reset' and sent.created_at > ${now - HOUR} limit ${RESETS_PER_HOUR}))`
}

export const resetText: NotificationText = {
  title: 'Set a new password',
  body: [
    paragraph(
      'Somebody, probably you, asked to set a new password for your Parley account. The link works once, and for one hour.',
    ),
    paragraph(
      "If it wasn't you, you don't need to do anything. Your password stays as it is, and nobody can see whether you have an account.",
    ),
  ],
  action: { label: 'Set a new password' },
}
