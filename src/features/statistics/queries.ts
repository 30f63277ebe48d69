import { and, eq, lte, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { literals } from '../../platform/db/literals.ts'
import { prepared, type Slots } from '../../platform/db/prepared.ts'
import type { RowsOf } from '../../platform/db/select.ts'
import { NOW_DAY, PLATFORM } from '../../platform/figures/figure-source.ts'
import type { UserId } from '../../shared/ids.ts'
import { DAY, daysBetween } from '../../shared/time.ts'
import { users } from '../accounts/schema.ts'
import { adRequests, sides } from '../ad-requests/schema.ts'
import { campaigns } from '../campaigns/schema.ts'
import { dailyFigures } from './figures-table.ts'
import type { Period } from './period.ts'
import type { FigureName, StockName } from './sources.ts'

/** Whose figures: those of the whole platform, or a person's own. */
export type Owner = 'platform' | Person

interface Person {
  readonly id: UserId
  readonly role: 'sponsor' | 'influencer'
}

export type FigureRow = RowsOf<ReturnType<typeof selectFigures>>[0][number]

export type UnrecordedEnd = RowsOf<ReturnType<typeof selectFigures>>[1][number]

/** The part of figures about now. */
export const NOW_PART = -1

/** Everything for `valuesOf`, for one `db.read`. `now` is in milliseconds UTC. */
export function selectFigures(db: Database, owner: Owner, { parts }: Period, now: number) {
  const spans = parts.map(({ from, to }, part) => [part, dayNumber(from), dayNumber(to)])
  const id = owner === 'platform' ? PLATFORM : owner.id
  return [
    addedUp(db, { owner: id, spans: JSON.stringify([[NOW_PART, NOW_DAY, NOW_DAY], ...spans]) }),
    unrecordedEnds(db, { owner: id, now }, owner === 'platform' ? 'platform' : owner.role),
    firstDay(db, { owner: id }),
  ] as const
}

/**
 * The figures added up for each part of a period, and those about now. CROSS JOIN makes SQLite begin with the parts, and
 * find the days of each by the primary key.
 */
const addedUp = prepared((orm, { owner, spans }: Slots<{ owner: number; spans: string }>) =>
  orm
    .select({
      part: sql<number>`span.part`,
      figure: sql<FigureName>`${dailyFigures.figure}`,
      dimension: sql<string>`${dailyFigures.dimension}`,
      value: sql<number>`sum(${dailyFigures.value})`,
    })
    .from(
      sql`(select value ->> 0 as part, value ->> 1 as starts, value ->> 2 as ends from json_each(${spans}) limit -1) span
        cross join ${dailyFigures} on ${dailyFigures.ownerId} = ${owner}
          and ${dailyFigures.day} between span.starts and span.ends`,
    )
    .groupBy(sql`span.part`, dailyFigures.figure, dailyFigures.dimension),
)

/** Requests that the clock has ended since the last sweep, by whose turn it was and by day. There are few. */
const unrecordedEnds = prepared(
  (orm, { owner, now }: Slots<{ owner: number; now: number }>, whose: 'platform' | Person['role']) =>
    orm
      .select({
        turn: adRequests.turn,
        day: sql<number>`${adRequests.closesAt} / ${sql.raw(String(DAY))}`,
        count: sql<number>`count(*)`,
      })
      .from(adRequests)
      .where(
        and(
          whose === 'platform'
            ? undefined
            : eq(whose === 'sponsor' ? adRequests.sponsorId : adRequests.influencerId, owner),
          sql`${adRequests.state} = 'pending'`,
          whose === 'platform' ? undefined : sql`${adRequests.turn} in ${literals(sides)}`,
          lte(adRequests.closesAt, now),
        ),
      )
      .groupBy(adRequests.turn, sql`2`),
)

/** Figures of the whole platform about now. Read with `stocksOf`. */
export function selectStocks(db: Database, now: number) {
  return [stocks(db, {}), endedCampaigns(db, { now })] as const
}

const stocks = prepared((orm) =>
  orm
    .select({
      figure: sql<StockName>`${dailyFigures.figure}`,
      dimension: dailyFigures.dimension,
      value: dailyFigures.value,
    })
    .from(dailyFigures)
    .where(
      sql`${dailyFigures.ownerId} = ${sql.raw(String(PLATFORM))} and ${dailyFigures.day} = ${sql.raw(String(NOW_DAY))}`,
    ),
)

/** Campaigns that the clock has ended since the last sweep. There are few. */
const endedCampaigns = prepared((orm, { now }: Slots<{ now: number }>) =>
  orm
    .select({
      stored: sql<string>`${campaigns.state} || '_' || ${campaigns.visibility}`,
      ended: sql<string>`'ended_' || ${campaigns.visibility}`,
      /** Null if it did not count as open. */
      openCategory: sql<
        string | null
      >`iif(${campaigns.state} = 'active' and ${campaigns.visibility} = 'public'
        and ${campaigns.flaggedAt} is null and ${users.status} = 'active', ${campaigns.category}, null)`,
    })
    .from(campaigns)
    .innerJoin(users, eq(users.id, campaigns.sponsorId))
    .where(
      and(
        // The condition of an index, which has only these.
        sql`${campaigns.state} in ('active', 'paused') and ${campaigns.endsAt} is not ${campaigns.recordedEndAt}`,
        lte(campaigns.endsAt, now),
      ),
    ),
)

/** The day when an account was made, or the platform's first figure is from. Null if there is none yet. */
const firstDay = prepared((orm, { owner }: Slots<{ owner: number }>) =>
  orm
    .select({
      day: sql<number | null>`coalesce(
        (select ${users.createdAt} / ${sql.raw(String(DAY))} from ${users} where ${users.id} = ${owner}),
        (select min(${dailyFigures.day}) from ${dailyFigures}
          where ${dailyFigures.ownerId} = ${owner} and ${dailyFigures.day} > ${sql.raw(String(NOW_DAY))}))`,
    })
    .from(sql`(select 1)`),
)

/** Days since 1970. */
export function dayNumber(day: string): number {
  return daysBetween('1970-01-01', day)
}
