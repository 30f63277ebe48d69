import { eq, sql } from 'drizzle-orm'
import type * as z from 'zod'
import type { Database } from '../../../platform/db/database.ts'
import { mutation, write } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { influencerProfileForm } from '../../sponsors/forms.ts'
import { influencers } from '../schema.ts'

/** What an influencer says of itself, under the names of the form's fields. */
export function selectOwnInfluencer(db: Database, id: UserId) {
  return db.orm
    .select({
      category: influencers.category,
      niche: influencers.niche,
      bio: influencers.bio,
      country: influencers.country,
      city: influencers.city,
      languages: influencers.languages,
      availability: influencers.availability,
    })
    .from(influencers)
    .where(eq(influencers.userId, id))
}

export function saveInfluencerProfile(
  db: Database,
  id: UserId,
  { bio = '', country = '', city = '', ...chosen }: z.output<typeof influencerProfileForm>,
) {
  const row = { ...chosen, bio, country, city, version: sql`${influencers.version} + 1` }
  return write(db, [mutation.update(influencers).set(row).where(eq(influencers.userId, id))], {
    invalidates: ['influencers', 'statistics'],
  })
}
