import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/write.ts'
import type { Mailer } from '../../platform/mail/mailer.ts'
import { renderEmail } from './email-template.tsx'
import { type Claimed, claimDue, markFailed, markSent } from './outbox.ts'

export interface Post {
  readonly db: Database
  /** Null where mail is switched off: the outbox then keeps everything as it is. */
  readonly mailer: Mailer | null
  /** Where links in e-mails lead. */
  readonly publicUrl: string
  /** Milliseconds UTC. */
  readonly now: number
}

/** So few at a time that one lease is long enough for all of them, even when each try times out. */
const BATCH = 8

/** A delivery ends after so many; the next one goes on. */
const MAX_BATCHES = 10

/**
 * Sends what is due. Each e-mail goes out at least once, and by its idempotency key no more than once, even
 * when this is cut off in the middle or runs twice at the same time. Never throws for a mail that fails.
 */
export async function deliver(post: Post): Promise<void> {
  if (!post.mailer) return
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const claimed = await claimDue(post.db, post.now, BATCH)
    for (const row of claimed) await deliverOne(post, post.mailer, row)
    if (claimed.length < BATCH) return
  }
}

async function deliverOne({ db, publicUrl, now }: Post, mailer: Mailer, row: Claimed): Promise<void> {
  const { email, name, title, body, path } = row
  const letter = renderEmail({ name, title, body, href: new URL(path, publicUrl).href })
  const sending = await mailer.send({ to: email, subject: title, ...letter, key: `outbox-${row.id}` })
  const mark =
    sending === 'sent' ? markSent(row.id, now) : markFailed(row, sending.failed, sending.forGood, now)
  await write(db, [mark])
}
