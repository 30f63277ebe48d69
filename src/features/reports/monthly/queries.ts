import { asc, eq, lte, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { FigureStyle } from '../figures/format-figure.ts'
import { readReport } from '../queries/read-report.ts'
import { selectHistories, toHistories } from '../queries/request-facts.ts'
import type { Report } from '../report.ts'
import { requestReport, wantedFor } from '../request-report.ts'
import { reportedMonth } from './report-time.ts'

/** How many people one chunk of the job handles. */
export const PEOPLE = 100

export type DuePerson = Awaited<ReturnType<typeof selectDue>>[number]

/** People whose report is due, longest overdue first. */
export function selectDue({ orm }: Database, now: number) {
  return orm
    .select({
      id: users.id,
      name: sql<string>`coalesce(${sponsors.companyName}, ${users.displayName})`,
      role: users.role,
      status: users.status,
      timeZone: users.timeZone,
      nextReportAt: users.nextReportAt,
    })
    .from(users)
    .leftJoin(sponsors, eq(sponsors.userId, users.id))
    .where(lte(users.nextReportAt, now))
    .orderBy(asc(users.nextReportAt), asc(users.id))
    .limit(PEOPLE)
}

/** The reports of these people on the last month. One round trip, and one more for each admin. */
export async function readReports(
  db: Database,
  people: readonly DuePerson[],
  options: FigureStyle & { readonly now: number },
): Promise<ReadonlyMap<UserId, Report>> {
  const admins = people.filter(({ role }) => role === 'admin')
  const found = [
    ...(await readRequestReports(db, people, options)),
    ...(await Promise.all(
      admins.map(async (admin): Promise<[UserId, Report | null]> => {
        const month = reportedMonth(options.now, admin.timeZone)
        const found = await readReport(db, admin, month, options)
        return [admin.id, found?.report ?? null]
      }),
    )),
  ]
  return new Map(found.flatMap(([id, report]) => (report ? [[id, report] as const] : [])))
}

async function readRequestReports(
  db: Database,
  people: readonly DuePerson[],
  options: FigureStyle & { readonly now: number },
): Promise<[UserId, Report][]> {
  const { now } = options
  const of = (side: 'sponsor' | 'influencer') =>
    people
      .filter(({ role }) => role === side)
      .map((person) => ({ side, person, month: reportedMonth(now, person.timeZone) }))
  const [ofSponsors, ofInfluencers] = [of('sponsor'), of('influencer')]
  if (ofSponsors.length + ofInfluencers.length === 0) return []

  // An e-mail has no charts over time.
  const wanted = (readers: typeof ofSponsors) =>
    readers.map(({ person, month }) => ({ ...wantedFor(person, month), trend: [] }))
  const [sponsorsWanted, influencersWanted] = [wanted(ofSponsors), wanted(ofInfluencers)]
  const rows = await db.read([
    ...selectHistories(db, 'sponsor', sponsorsWanted, now),
    ...selectHistories(db, 'influencer', influencersWanted, now),
  ])
  const [activity, answers, agreements, trend, ...ofOthers] = rows
  const histories = [
    ...toHistories(sponsorsWanted, [activity, answers, agreements, trend]),
    ...toHistories(influencersWanted, ofOthers),
  ]
  return [...ofSponsors, ...ofInfluencers].flatMap(({ side, person, month }, index) => {
    const history = histories[index]
    return history ? [[person.id, requestReport(side, person, month, history, options)]] : []
  })
}
