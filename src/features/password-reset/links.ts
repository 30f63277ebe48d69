import { sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { routes } from '../../routes.ts'
import { users } from '../accounts/schema.ts'
import { makeLink } from '../email-links/commands.ts'
import type { LinkOf } from '../notifications/delivery/senders.ts'
import { canReset } from './notifications.ts'

/** The link in the e-mail, made when it is sent. None if the account has another address by then. */
export function resetLinks(db: Database): LinkOf {
  return {
    password_reset: async ({ userId, address }, now) => {
      const isNeeded = sql`${users.email} = ${address} and ${canReset}`
      const token = await makeLink(db, { userId, purpose: 'reset', address }, isNeeded, now)
      return token && routes.emailLinks.reset.href({ token })
    },
  }
}
