import { eq, or, type SQL, sql } from 'drizzle-orm'
import { isConfirmedEmail, users } from '../schema.ts'

/**
 * Whether an account has this username, or has confirmed this e-mail address, in lower case. At most one has: usernames
 * contain no `@`.
 */
export function isNamed(name: string): SQL {
  return sql`(${or(eq(users.username, name), isConfirmedEmail(name))})`
}

/** A text that stands for the account with this name, or for the name if there is none. */
export function accountOrName(name: string, hashOfName: string): SQL<string> {
  return sql<string>`coalesce((select id from ${users} where ${isNamed(name)}), ${hashOfName})`
}
