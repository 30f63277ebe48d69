import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { expectThat, mutation, write } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import { exactTime } from '../../../shared/format.ts'
import type { AdRequestId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { allowance, HOUR } from '../../../shared/time.ts'
import type { AdRequest } from '../ad-request.ts'
import { messageNotification } from '../notifications.ts'
import { adRequests, messages } from '../schema.ts'

/**
 * Sends a message in a request's thread, in any state. Refuses with `flagged` if an admin flagged the request, and with
 * `too_many` if the same person has sent `maxPerHour` in this thread in the last hour.
 */
export function saveMessage(
  db: Database,
  adRequest: AdRequest,
  body: string,
  maxPerHour: number,
  context: ActionContext,
): Promise<Result<unknown, 'flagged' | 'too_many'>> {
  const { actor, now } = context
  return write(db, [
    expectThat(
      'flagged',
      sql`exists (select 1 from ${adRequests} where id = ${adRequest.id} and flagged_at is null)`,
    ),
    expectThat('too_many', sql`(select count(*) ${recent(adRequest.id, context)}) < ${maxPerHour}`),
    mutation.insert(messages).values({ adRequestId: adRequest.id, authorId: actor, body, sentAt: now }),
    ...messageNotification(adRequest, body, context),
  ])
}

/** Says when the next message can be sent. */
export async function explainMessageLimit(
  db: Database,
  id: AdRequestId,
  max: number,
  { timeZone, ...context }: Pick<ActionContext, 'actor' | 'now'> & { readonly timeZone: string },
): Promise<string> {
  const rows = await db.orm
    .select({ at: sql<number>`sent_at` })
    .from(sql`(select sent_at ${recent(id, context)} order by id desc limit ${max}) sent`)
  const times = rows.map(({ at }) => at)
  const { allAt } = allowance(times, 1, { max, window: HOUR }, context.now)
  const again = exactTime(allAt ?? context.now + HOUR, timeZone)
  return `You can send ${max} messages an hour here, and you have sent all of them. You can send the next one from ${again}. What you wrote is still here.`
}

function recent(id: AdRequestId, { actor, now }: Pick<ActionContext, 'actor' | 'now'>): SQL {
  return sql`from ${messages} where ad_request_id = ${id} and author_id = ${actor} and sent_at > ${now - HOUR}`
}
