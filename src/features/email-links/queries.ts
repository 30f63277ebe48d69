import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import { hashToken } from '../../platform/crypto/token-hash.ts'
import type { Database } from '../../platform/db/database.ts'
import { users } from '../accounts/schema.ts'
import type { LinkPurpose } from './link.ts'
import { emailLinks } from './schema.ts'

/** In SQL, of a row of `users`: whether another address of the account has a link for this that still works. */
export function hasLinkElsewhere(purpose: LinkPurpose, address: string, now: number): SQL {
  return sql`exists (select 1 from ${emailLinks} where user_id = ${users.id} and purpose = ${purpose}
    and address <> ${address} and expires_at > ${now})`
}

export type OpenLink = NonNullable<Awaited<ReturnType<typeof findLink>>>

/** The link that a token belongs to, with its account. Null if it is not for one of these purposes, or is over. */
export async function findLink(db: Database, token: string, purposes: readonly LinkPurpose[], now: number) {
  const [link] = await db.orm
    .select({
      tokenHash: emailLinks.tokenHash,
      purpose: emailLinks.purpose,
      address: emailLinks.address,
      userId: emailLinks.userId,
      username: users.username,
      email: users.email,
    })
    .from(emailLinks)
    .innerJoin(users, eq(users.id, emailLinks.userId))
    .where(and(eq(emailLinks.tokenHash, hashToken(token)), gt(emailLinks.expiresAt, now)))
  return link && purposes.includes(link.purpose) ? link : null
}
