import { and, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { hashToken } from '../../platform/crypto/token-hash.ts'
import type { Database } from '../../platform/db/database.ts'
import { countChanged, expectOneRow, mutation, type Statement, write } from '../../platform/db/write.ts'
import type { UserId } from '../../shared/ids.ts'
import { okValue } from '../../shared/result.ts'
import { HOUR } from '../../shared/time.ts'
import { users } from '../accounts/schema.ts'
import { cancelPending, mail, type NotificationText } from '../notifications/commands.ts'
import type { NotificationKind } from '../notifications/notification-kinds.ts'
import { outbox } from '../notifications/schema.ts'
import { LINKS_PER_HOUR, type LinkPurpose, lifetimes, linkPurposes, newToken } from './link.ts'
import { emailLinks } from './schema.ts'

interface LinkMail {
  readonly kind: NotificationKind
  readonly text: NotificationText
  /** Where it goes: a column of the account, for example. */
  readonly address: SQL
  readonly path: string
  readonly now: number
}

/**
 * The statement that e-mails a link to the one account that a `select … from users where …` finds, if any. The link is
 * only made when the e-mail is sent (`makeLink`), so the outbox holds no secret. An address gets a few links an hour at
 * most. Nobody is told when that is reached.
 */
export function mailLink(account: SQL, { kind, text, address, path, now }: LinkMail): SQL {
  const sent = sql`(select count(*) from (select 1 from ${outbox} sent where sent.address = ${address}
    and sent.created_at > ${now - HOUR} limit ${LINKS_PER_HOUR}))`
  const recipient = sql`(select ${users.id} from ${users} where ${users.id} = ${account} and ${sent} < ${LINKS_PER_HOUR})`
  return mail(recipient, { kind, subjectId: sql`${users.id}`, period: now, ...text, address, path, at: now })
}

interface NewLink {
  readonly userId: UserId
  readonly purpose: LinkPurpose
  readonly address: string
}

/** Makes a link and returns its token, or null unless `isNeeded` holds for the account. One round trip. */
export async function makeLink(
  db: Database,
  { userId, purpose, address }: NewLink,
  isNeeded: SQL,
  now: number,
): Promise<string | null> {
  const token = newToken()
  const written = await write(db, [
    sql`insert into ${emailLinks} (token_hash, user_id, purpose, address, created_at, expires_at)
      select ${hashToken(token)}, ${users.id}, ${purpose}, ${address}, ${now}, ${now + lifetimes[purpose]}
      from ${users} where ${users.id} = ${userId} and ${users.status} <> 'deleted' and ${isNeeded}`,
  ])
  return countChanged(okValue(written)) === 1 ? token : null
}

/** Uses a link up, for the batch that does what it is for. The batch stops with `gone` if somebody was faster. */
export function useLink(
  { tokenHash, purpose }: { readonly tokenHash: string; readonly purpose: LinkPurpose },
  now: number,
): Statement<'gone'>[] {
  const isOpen = and(
    eq(emailLinks.tokenHash, tokenHash),
    eq(emailLinks.purpose, purpose),
    gt(emailLinks.expiresAt, now),
  )
  return [mutation.delete(emailLinks).where(isOpen), expectOneRow('gone')]
}

/** Ends links of these purposes, those included that are still waiting to be sent. */
export function voidLinks(userId: UserId, purposes: readonly LinkPurpose[] = linkPurposes): Statement[] {
  return [
    mutation
      .delete(emailLinks)
      .where(and(eq(emailLinks.userId, userId), inArray(emailLinks.purpose, [...purposes]))),
    ...cancelPending(
      userId,
      purposes.map((purpose) => kinds[purpose]),
    ),
  ]
}

/** The e-mail that each link is in. */
const kinds: Readonly<Record<LinkPurpose, NotificationKind>> = {
  confirmation: 'email_confirmation',
  change: 'email_change_link',
  undo: 'email_changed',
  reset: 'password_reset',
}
