import { eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { UserId } from '../../../shared/ids.ts'
import { recoveryCodes, twoFactor } from './schema.ts'

/** In SQL: whether an account has two-factor sign-in switched on. */
export function hasTwoFactor(userId: SQL): SQL {
  return sql`exists (select 1 from ${twoFactor} where ${twoFactor}.user_id = ${userId} and ${twoFactor}.enabled_at is not null)`
}

export type TwoFactorState = Awaited<ReturnType<typeof selectTwoFactor>>[number]

/** Two-factor sign-in of an account, with how many recovery codes are left. No row if it was never set up. */
export function selectTwoFactor({ orm }: Database, userId: UserId) {
  return orm
    .select({
      secret: twoFactor.secret,
      enabledAt: twoFactor.enabledAt,
      setupSession: twoFactor.setupSession,
      setupAt: twoFactor.setupAt,
      recoveryCodes: sql<number>`(select count(*) from ${recoveryCodes} where ${recoveryCodes}.user_id = ${userId})`,
    })
    .from(twoFactor)
    .where(eq(twoFactor.userId, userId))
}
