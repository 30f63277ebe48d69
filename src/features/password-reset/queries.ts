import { and, eq, gt, sql } from 'drizzle-orm'
import { hashToken } from '../../platform/crypto/token-hash.ts'
import type { Database } from '../../platform/db/database.ts'
import { users } from '../accounts/schema.ts'
import { emailLinks } from '../email-links/schema.ts'
import { canReset } from './notifications.ts'

/** More accounts with one address are somebody's game. The oldest and the one that was asked for are in the list. */
const MAX_ACCOUNTS = 20

export type ResetAccount = Awaited<ReturnType<typeof selectUnconfirmedAccounts>>[number]

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
  const [[link], [asked], unconfirmed] = await db.read([
    selectLink(db, token, now),
    selectAskedAccount(db, token, now),
    selectUnconfirmedAccounts(db, token, now),
  ])
  if (!link || !asked) return null
  const others = unconfirmed.filter(({ id }) => id !== asked.id).slice(0, MAX_ACCOUNTS - 1)
  const [first = asked, ...rest] = [asked, ...others].toSorted((one, other) => one.id - other.id)
  return { ...link, purpose: 'reset', accounts: [first, ...rest] }
}

function selectLink({ orm }: Database, token: string, now: number) {
  const { tokenHash, address, userId } = emailLinks
  return orm.select({ tokenHash, address, userId }).from(emailLinks).where(isOpen(token, now))
}

const account = {
  id: users.id,
  username: users.username,
  displayName: users.displayName,
  createdAt: users.createdAt,
}

/** The account that a link was asked for, if it still has that address and nobody else has confirmed it. */
export function selectAskedAccount({ orm }: Database, token: string, now: number) {
  const isAsked = and(
    eq(users.id, ofLink(emailLinks.userId, token, now)),
    eq(users.email, ofLink(emailLinks.address, token, now)),
  )
  return orm.select(account).from(users).where(sql`${isAsked} and ${canReset}`)
}

/** The oldest accounts with the address of a link, if nobody has confirmed it. */
export function selectUnconfirmedAccounts({ orm }: Database, token: string, now: number) {
  const address = ofLink(emailLinks.address, token, now)
  return orm
    .select(account)
    .from(users)
    .where(sql`${users.email} = ${address} and ${users.isEmailConfirmed} = 0 and ${canReset}`)
    .orderBy(users.id)
    .limit(MAX_ACCOUNTS)
}

function ofLink(column: typeof emailLinks.address | typeof emailLinks.userId, token: string, now: number) {
  return sql`(select ${column} from ${emailLinks} where ${isOpen(token, now)})`
}

function isOpen(token: string, now: number) {
  return and(
    eq(emailLinks.tokenHash, hashToken(token)),
    eq(emailLinks.purpose, 'reset'),
    gt(emailLinks.expiresAt, now),
  )
}
