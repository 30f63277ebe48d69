import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { hasEmail, users } from '../accounts/schema.ts'
import { hashToken } from '../email-links/link.ts'
import { emailLinks } from '../email-links/schema.ts'
import { canReset } from './notifications.ts'

/** More accounts with one address are somebody's game. The oldest and the one that was asked for are in the list. */
const MAX_ACCOUNTS = 20

export type ResetAccount = Awaited<ReturnType<typeof selectAccounts>>[number]

/** A link to set a new password, and what it can be used for. */
export interface OpenReset {
  readonly tokenHash: string
  readonly purpose: 'reset'
  readonly address: string
  /** In the order in which they signed up. Several if nobody has confirmed the address: the link proves that it is theirs. */
  readonly accounts: readonly [ResetAccount, ...ResetAccount[]]
}

/** The link that a token belongs to. Null if it is over, or if somebody else has confirmed the address. One round trip. */
export async function findReset(db: Database, token: string, now: number): Promise<OpenReset | null> {
  const [[link], found] = await db.read([selectLink(db, token, now), selectAccounts(db, token, now)])
  const [first, ...others] = found.toSorted((one, other) => one.id - other.id)
  if (!link || !first || !found.some(({ id }) => id === link.userId)) return null
  return { ...link, purpose: 'reset', accounts: [first, ...others] }
}

function selectLink({ orm }: Database, token: string, now: number) {
  const { tokenHash, address, userId } = emailLinks
  return orm.select({ tokenHash, address, userId }).from(emailLinks).where(isOpen(token, now))
}

/** The accounts with the address of a link, as far as nobody else has confirmed it. */
export function selectAccounts({ orm }: Database, token: string, now: number) {
  const { id, username, displayName, createdAt } = users
  const ofLink = (column: typeof emailLinks.address | typeof emailLinks.userId) =>
    sql`(select ${column} from ${emailLinks} where ${isOpen(token, now)})`
  return orm
    .select({ id, username, displayName, createdAt })
    .from(users)
    .where(sql`${hasEmail(ofLink(emailLinks.address))} and ${canReset}`)
    .orderBy(desc(sql`${id} = ${ofLink(emailLinks.userId)}`), asc(id))
    .limit(MAX_ACCOUNTS)
}

function isOpen(token: string, now: number) {
  return and(
    eq(emailLinks.tokenHash, hashToken(token)),
    eq(emailLinks.purpose, 'reset'),
    gt(emailLinks.expiresAt, now),
  )
}
