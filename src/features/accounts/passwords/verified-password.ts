import { sql } from 'drizzle-orm'
import { expectThat, type Guarded } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../schema.ts'

/** An account, and the stored hash that a password has just been verified against. */
export interface VerifiedPassword {
  readonly userId: UserId
  readonly passwordHash: string
}

/**
 * For the batch of whatever a verified password allows: stops it with `refusal` if the account has another password by
 * now. Verifying takes a fifth of a second, and whoever changes a password means to shut out those who know the old one.
 */
export function expectPassword<const Refusal extends string>(
  refusal: Refusal,
  { userId, passwordHash }: VerifiedPassword,
): Guarded<Refusal> {
  return expectThat(
    refusal,
    sql`exists (select 1 from ${users} where id = ${userId} and password_hash = ${passwordHash})`,
  )
}
