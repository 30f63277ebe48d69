import { and, desc, eq, inArray } from 'drizzle-orm'
import { campaigns } from '../campaigns/schema.ts'
import type { Database } from '../db/database.ts'
import { users } from '../people/schema.ts'
import type { UserId } from '../shared/ids.ts'

export interface Choosable {
  readonly campaigns: readonly { readonly id: number; readonly name: string }[]
  readonly influencers: readonly { readonly id: number; readonly name: string }[]
}

/** A sponsor's running campaigns, the newest first, and the names of those to be invited. */
export async function findChoosable(
  db: Database,
  sponsorId: UserId,
  influencerIds: readonly UserId[],
): Promise<Choosable> {
  const [active, influencers] = await db.read([
    db.orm
      .select({ id: campaigns.id, name: campaigns.name })
      .from(campaigns)
      .where(and(eq(campaigns.sponsor_id, sponsorId), eq(campaigns.state, 'active')))
      .orderBy(desc(campaigns.id))
      .limit(100),
    db.orm
      .select({ id: users.id, name: users.display_name })
      .from(users)
      .where(
        and(inArray(users.id, [...influencerIds]), eq(users.role, 'influencer'), eq(users.status, 'active')),
      ),
  ])
  return { campaigns: active, influencers }
}
