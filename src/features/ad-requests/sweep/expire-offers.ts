import { and, asc, eq, lte, sql } from 'drizzle-orm'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { write } from '../../../platform/db/write.ts'
import { CHUNK, type JobContext } from '../../../platform/queue/job.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { adRequests } from '../schema.ts'
import { expireRequests } from './commands.ts'

/** Records the requests that the clock has ended, longest overdue first. Returns how many it found. */
export async function expireOffers({ db, now }: JobContext): Promise<number> {
  const overdue = await selectOverdue(db, now)
  if (overdue.length === 0) return 0

  // Each request is looked at again in the batch, because somebody may have handled it since it was read.
  const statements = overdue.flatMap(({ id, campaignName }) =>
    expireRequests(
      sql`from ${adRequests} where id = ${id} and state = 'pending' and closes_at <= ${now}`,
      campaignName,
      now,
    ),
  )
  await write(db, statements)
  return overdue.length
}

export function selectOverdue({ orm }: JobContext['db'], now: number) {
  return orm
    .select({ id: adRequests.id, campaignName: campaigns.name })
    .from(adRequests)
    .innerJoin(campaigns, eq(campaigns.id, adRequests.campaignId))
    .where(and(eqLiteral(adRequests.state, 'pending'), lte(adRequests.closesAt, now)))
    .orderBy(asc(adRequests.closesAt), asc(adRequests.id))
    .limit(CHUNK)
}
