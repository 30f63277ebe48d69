import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { exactTime } from '../../../shared/format.ts'
import type { UserId } from '../../../shared/ids.ts'
import { allowance, DAY } from '../../../shared/time.ts'
import { events } from '../../activity/schema.ts'
import type { Origin } from '../ad-request.ts'

/** How many invitations a sponsor, or applications an influencer, can send in 24 hours. */
export interface DailyLimit {
  readonly actor: UserId
  readonly origin: Origin
  readonly max: number
}

/** Whether `wanted` more can be sent, for the batch that sends them. Those of deleted campaigns count, too. */
export function isWithinLimit(limit: DailyLimit, wanted: number, now: number): SQL {
  return sql`(select count(*) ${sent(limit, now)}) + ${wanted} <= ${limit.max}`
}

/** Says how many can be sent now and when the rest can be. */
export async function explainDailyLimit(
  db: Database,
  limit: DailyLimit,
  wanted: number,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): Promise<string> {
  const rows = await db.orm
    .select({ at: sql<number>`at` })
    .from(sql`(select at ${sent(limit, now)} order by at desc limit ${limit.max}) sent`)
  return dailyLimitText(
    limit,
    wanted,
    rows.map(({ at }) => at),
    { now, timeZone },
  )
}

/** `times` are when those of the last 24 hours were sent. */
export function dailyLimitText(
  { origin, max }: Pick<DailyLimit, 'origin' | 'max'>,
  wanted: number,
  times: readonly number[],
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): string {
  const { left, allAt } = allowance(times, wanted, { max, window: DAY }, now)
  const things = origin === 'invitation' ? 'invitations' : 'applications'
  const rule = `You can send ${max} ${things} a day.`
  const more = left === 0 ? 'You have sent all of them.' : `You can send ${left} more now.`
  if (allAt === null) return `${rule} ${more}`
  const what = wanted === 1 ? 'the next one' : `all ${wanted}`
  return `${rule} ${more} You can send ${what} from ${exactTime(allAt, timeZone)}. What you wrote is still here.`
}

function sent({ actor, origin }: DailyLimit, now: number): SQL {
  return origin === 'invitation'
    ? sql`from ${events} where sponsor_id = ${actor} and at > ${now - DAY} and kind = 'invited'`
    : sql`from ${events} where influencer_id = ${actor} and at > ${now - DAY} and kind = 'applied'`
}
