import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/write.ts'
import type { Mailer, Sending } from '../../platform/mail/mailer.ts'
import { parseMailContent } from './email/blocks.ts'
import { renderEmail } from './email/render-email.tsx'
import { type ClaimedEmail, claimDue, markFailed, markSent } from './outbox.ts'

export interface Delivery {
  readonly db: Database
  /** Null if e-mail is switched off. The outbox then stays as it is. */
  readonly mailer: Mailer | null
  /** The base of links in e-mails. */
  readonly publicUrl: string
  /** Milliseconds UTC. */
  readonly now: number
}

/** Small enough that one lease covers all of them, even if every request times out. */
const BATCH = 8

/** The rest is left for the next delivery. */
const MAX_BATCHES = 10

/**
 * Sends every e-mail that is due. Interrupted or concurrent runs may send one again, but with the same idempotency
 * key, so it arrives only once. Does not throw if an e-mail fails.
 */
export async function deliver(delivery: Delivery): Promise<void> {
  if (!delivery.mailer) return
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const claimed = await claimDue(delivery.db, delivery.now, BATCH)
    for (const email of claimed) await deliverOne(delivery, delivery.mailer, email)
    if (claimed.length < BATCH) return
  }
}

async function deliverOne(delivery: Delivery, mailer: Mailer, email: ClaimedEmail): Promise<void> {
  const { db, now } = delivery
  const sending = await send(delivery, mailer, email)
  const mark =
    sending === 'sent' ? markSent(email.id, now) : markFailed(email, sending.failed, sending.isPermanent, now)
  await write(db, [mark])
}

async function send({ publicUrl }: Delivery, mailer: Mailer, email: ClaimedEmail): Promise<Sending> {
  const { id, name, title, path, timeZone, address, firstClaimedAt } = email
  // A retry must say the same, such as the time that is left. Resend refuses a known key with another content.
  const reader = { name, timeZone, publicUrl, now: firstClaimedAt }
  try {
    const content = { ...parseMailContent(email.body), title, path, unsubscribeHref: null }
    return await mailer.send({ to: address, ...renderEmail(content, reader), key: `outbox-${id}` })
  } catch (error) {
    // The content is broken, and one e-mail must not stop the others.
    return { failed: String(error).slice(0, 500), isPermanent: true }
  }
}
