import type { Env } from '../../env.ts'
import type { Database } from '../../platform/db/database.ts'
import { addressLinks } from '../email-addresses/links.ts'
import { openSenders, type Senders } from '../notifications/delivery/senders.ts'
import { resetLinks } from '../password-reset/links.ts'
import { reportAttachments } from '../reports/attachments.ts'

/** Opens all channels, with what is made when an e-mail is sent: the PDF of a report, and links that hold a secret. */
export function sendersFor(env: Env, db: Database): Senders {
  return openSenders(env, {
    attachmentsOf: reportAttachments(env, db),
    linkOf: { ...addressLinks(db), ...resetLinks(db) },
  })
}
