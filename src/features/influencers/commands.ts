import { eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { withSearchText } from '../../platform/db/searched-text.ts'
import { mutation, type Statement, write } from '../../platform/db/write.ts'
import { type FlagCopy, flagColumns } from '../../shared/flag-copy.ts'
import type { UserId } from '../../shared/ids.ts'
import { type InfluencerProfile, influencers } from './schema.ts'

/** For the batch that creates the account. */
export function createInfluencerProfile(
  userId: SQL,
  profile: Omit<InfluencerProfile, 'availability'>,
): Statement {
  return mutation.insert(influencers).values(withSearchText(influencers, { ...profile, userId }))
}

export function saveInfluencerProfile(db: Database, id: UserId, profile: InfluencerProfile) {
  const columns = { ...profile, version: sql`${influencers.version} + 1` }
  return write(
    db,
    [
      mutation
        .update(influencers)
        .set(withSearchText(influencers, columns))
        .where(eq(influencers.userId, id)),
    ],
    {
      invalidates: ['influencers', 'statistics'],
    },
  )
}

/** Flags a profile, or removes its flag (null). For the batch that writes the flag; it invalidates like `saveInfluencerProfile`. */
export function setInfluencerFlag(id: UserId, flag: FlagCopy | null): Statement {
  return mutation.update(influencers).set(flagColumns(flag)).where(eq(influencers.userId, id))
}
