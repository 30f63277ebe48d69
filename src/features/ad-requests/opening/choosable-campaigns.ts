import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { influencers } from '../../influencers/schema.ts'

export interface Choosable {
  readonly campaigns: readonly { readonly id: number; readonly name: string }[]
  readonly influencers: readonly { readonly id: number; readonly name: string }[]
}

/** A sponsor's running campaigns, the newest first, and the names of those to be invited. */
export async function findChoosable(
  db: Database,
  sponsorId: UserId,
  influencerIds: readonly UserId[],
  now: number,
): Promise<Choosable> {
  const [running, chosen] = await db.read([
    db.orm
      .select({ id: campaigns.id, name: campaigns.name })
      .from(campaigns)
      .where(
        and(
          eq(campaigns.sponsorId, sponsorId),
          eqLiteral(campaigns.state, 'active'),
          isNull(campaigns.flaggedAt),
          gt(campaigns.endsAt, now),
        ),
      )
      .orderBy(desc(campaigns.id))
      .limit(100),
    db.orm
      .select({ id: users.id, name: users.displayName })
      .from(influencers)
      .innerJoin(users, eq(users.id, influencers.userId))
      .where(
        and(
          inArray(influencers.userId, [...influencerIds]),
          isNull(influencers.flaggedAt),
          eqLiteral(users.status, 'active'),
        ),
      ),
  ])
  return { campaigns: running, influencers: chosen }
}
