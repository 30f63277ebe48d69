import { and, asc, eq, lte, sql } from 'drizzle-orm'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { write } from '../../../platform/db/write.ts'
import { CHUNK, type JobContext } from '../../../platform/queue/job.ts'
import { handleRows, type Position, type Step } from '../../../platform/queue/step.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { adRequests } from '../schema.ts'
import { expireRequests } from './commands.ts'

/** Records the requests that the clock has ended, longest overdue first. */
export const expireOffers: Step = async ({ db, now }, after) =>
  handleRows(
    await selectOverdue(db, now, after),
    ({ closesAt, id }) => [closesAt, id],
    (overdue) =>
      write(
        db,
        // Each request is looked at again in the batch, because somebody may have handled it since it was read.
        overdue.flatMap(({ id, campaignName }) =>
          expireRequests(
            sql`from ${adRequests} where id = ${id} and state = 'pending' and closes_at <= ${now}`,
            campaignName,
            now,
          ),
        ),
      ),
  )

export function selectOverdue({ orm }: JobContext['db'], now: number, after: Position | null) {
  return orm
    .select({ id: adRequests.id, campaignName: campaigns.name, closesAt: adRequests.closesAt })
    .from(adRequests)
    .innerJoin(campaigns, eq(campaigns.id, adRequests.campaignId))
    .where(
      and(
        eqLiteral(adRequests.state, 'pending'),
        lte(adRequests.closesAt, now),
        after ? sql`(${adRequests.closesAt}, ${adRequests.id}) > (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(asc(adRequests.closesAt), asc(adRequests.id))
    .limit(CHUNK)
}
