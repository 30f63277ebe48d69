import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { events } from '../../activity/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { FigureStyle } from '../figures/format-figure.ts'
import { addMonths, type Month, monthAt, monthIn, monthsBetween } from '../month.ts'
import type { Report, TrendMonth } from '../report.ts'
import { requestReport, wantedFor } from '../request-report.ts'
import { platformReport, selectPlatform, selectPlatformTrend, toPlatformTrend } from './platform-report.ts'
import { selectHistories, toHistories } from './request-facts.ts'
import { selectTrend } from './select-details.ts'

export type ReportViewer = Pick<Viewer, 'id' | 'role' | 'timeZone'>

interface Options extends FigureStyle {
  /** Milliseconds UTC. */
  readonly now: number
}

export interface FoundReport {
  readonly report: Report
  /** Whether there is a report on the month before. */
  readonly hasEarlier: boolean
}

/** The viewer's report on a month. Null for a month before they signed up or in the future. One round trip. */
export async function readReport(
  db: Database,
  viewer: ReportViewer,
  month: string,
  options: Options,
): Promise<FoundReport | null> {
  const { now } = options
  const { role, timeZone } = viewer
  const { from, to } = monthIn(month, timeZone)
  if (from > now) return null
  if (role === 'admin') {
    const [[account], ...rows] = await db.read([
      selectAccount(db, viewer.id),
      ...selectPlatform(db, timeZone, month, now),
    ])
    if (!account || account.since >= to) return null
    const report = platformReport(timeZone, month, rows, options)
    return { report, hasEarlier: account.since < from }
  }
  const wanted = [wantedFor(viewer, month)]
  const [[account], ...rows] = await db.read([
    selectAccount(db, viewer.id),
    ...selectHistories(db, role, wanted, now),
  ])
  const [history] = toHistories(wanted, rows)
  if (!account || !history || account.since >= to) return null
  const report = requestReport(role, { ...viewer, name: account.name }, month, history, options)
  return { report, hasEarlier: account.since < from }
}

export interface Months {
  /** Newest first. */
  readonly months: readonly TrendMonth[]
  /** The month that the next page ends with. Null on the last page. */
  readonly next: string | null
}

const PAGE = 12

/** A page of the months that the viewer has a report on, up to `last` or the current one. One round trip. */
export async function readMonths(
  db: Database,
  viewer: ReportViewer,
  last: string | null,
  now: number,
): Promise<Months> {
  const { id, role, timeZone } = viewer
  const current = monthAt(now, timeZone)
  const end = last !== null && last < current ? last : current
  const names = monthsBetween(addMonths(end, 1 - PAGE), end)
  const months = names.map((name) => monthIn(name, timeZone))
  const spans = months.map((month) => ({ reader: id, ...month }))
  const [[account], trend] =
    role === 'admin'
      ? await readPlatformMonths(db, id, months)
      : await db.read([selectAccount(db, id), selectTrend(db, role, spans)])
  const first = monthAt(account?.since ?? now, timeZone)
  const found = new Map(trend.map(({ month, opened, agreed, amount }) => [month, { opened, agreed, amount }]))
  const none = { opened: 0, agreed: 0, amount: 0 }
  const listed = names.filter((name) => name >= first)
  return {
    months: listed.map((month) => ({ month, ...(found.get(month) ?? none) })).reverse(),
    next: listed.length === PAGE && addMonths(end, -PAGE) >= first ? addMonths(end, -PAGE) : null,
  }
}

async function readPlatformMonths(db: Database, id: UserId, months: readonly Month[]) {
  const [accounts, counts, amounts] = await db.read([
    selectAccount(db, id),
    ...selectPlatformTrend(db, months),
  ])
  return [accounts, toPlatformTrend(months, counts, amounts)] as const
}

const firstEvent = sql`(select first.at from ${events} first order by first.id limit 1)`

function selectAccount({ orm }: Database, id: UserId) {
  return orm
    .select({
      /** Admins see everything from the start, also if somebody else was an admin then. */
      since: sql<number>`iif(${users.role} = 'admin', min(${users.createdAt}, coalesce(${firstEvent}, ${users.createdAt})),
        ${users.createdAt})`,
      name: sql<string>`coalesce(${sponsors.companyName}, ${users.displayName})`,
    })
    .from(users)
    .leftJoin(sponsors, eq(sponsors.userId, users.id))
    .where(eq(users.id, id))
}
