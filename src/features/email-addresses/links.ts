import { sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { routes } from '../../routes.ts'
import { users } from '../accounts/schema.ts'
import { makeLink } from '../email-links/commands.ts'
import { hasLinkElsewhere } from '../email-links/queries.ts'
import type { LinkOf } from '../notifications/delivery/senders.ts'
import { needsChangeLink, needsConfirmation, newAddress } from './notifications.ts'

/** The links in this feature's e-mails, made when they are sent. None if the address is not waited for any more. */
export function addressLinks(db: Database): LinkOf {
  return {
    email_confirmation: async ({ userId, address }, now) => {
      const isNeeded = sql`${users.email} = ${address} and ${needsConfirmation}`
      return confirmationPath(await makeLink(db, { userId, purpose: 'confirmation', address }, isNeeded, now))
    },
    email_change_link: async ({ userId, address }, now) => {
      const isNeeded = sql`${newAddress} = ${address} and ${needsChangeLink}`
      return confirmationPath(await makeLink(db, { userId, purpose: 'change', address }, isNeeded, now))
    },
    email_changed: async ({ userId, address }, now) => {
      // While an address from before can undo the change to this one, this one cannot undo anything: it may be that of a
      // thief, and the owner has just changed it back.
      const isNeeded = sql`${users.email} <> ${address} and not ${hasLinkElsewhere('undo', address, now)}`
      const token = await makeLink(db, { userId, purpose: 'undo', address }, isNeeded, now)
      return token && routes.emailLinks.undo.href({ token })
    },
  }
}

function confirmationPath(token: string | null): string | null {
  return token && routes.emailLinks.confirmation.href({ token })
}
