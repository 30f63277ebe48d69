import type { Database } from '../../../platform/db/database.ts'
import type { RowsOf } from '../../../platform/db/select.ts'
import { sum } from '../../../shared/numbers/sum.ts'
import { categoryLabel } from '../../../shared/taxonomy.ts'
import type { FigureStyle } from '../figures/format-figure.ts'
import { noPlatformFacts, type PlatformFacts, platformFigures } from '../figures/platform-figures.ts'
import { makeReport } from '../make-report.ts'
import { addMonths, type Month, monthIn, monthsBetween } from '../month.ts'
import type { Report, TrendMonth } from '../report.ts'
import {
  selectAmounts,
  selectByCategory,
  selectCounts,
  selectOthers,
  selectSignUps,
  selectUnrecordedExpiries,
} from './select-platform.ts'

const TREND_MONTHS = 6

/** The selects for `platformReport`, for the caller's round trip. */
export function selectPlatform(db: Database, timeZone: string, month: string, now: number) {
  const months = monthsOf(timeZone, month)
  const compared = months.slice(-2)
  return [
    selectCounts(db, months),
    selectAmounts(db, months),
    selectUnrecordedExpiries(db, compared, now),
    selectSignUps(db, compared),
    selectOthers(db, compared),
    selectByCategory(db, months.slice(-1)),
  ] as const
}

type Rows = RowsOf<ReturnType<typeof selectPlatform>>

/** The digest for admins: the whole platform in one month, by category. */
export function platformReport(
  timeZone: string,
  month: string,
  rows: Rows,
  { now, ...style }: FigureStyle & { readonly now: number },
): Report {
  return makeReport(
    {
      kind: 'admin',
      month,
      isRunning: now < monthIn(month, timeZone).to,
      about: 'The platform',
      figures: platformFigures,
      groups: { name: 'Category', rows: categoriesOf(rows) },
      total: factsOf(month, rows),
      totalBefore: factsOf(addMonths(month, -1), rows),
      trend: toPlatformTrend(monthsOf(timeZone, month), rows[0], rows[1]),
    },
    style,
  )
}

/** The selects for `toPlatformTrend`. */
export function selectPlatformTrend(db: Database, months: readonly Month[]) {
  return [selectCounts(db, months), selectAmounts(db, months)] as const
}

export function toPlatformTrend(months: readonly Month[], counts: Rows[0], amounts: Rows[1]): TrendMonth[] {
  return months.map(({ name }) => {
    const count = counterOf(counts.filter(({ month }) => month === name))
    return {
      month: name,
      opened: count('invited') + count('applied'),
      agreed: count('accepted'),
      amount: sum(amounts.filter(({ month }) => month === name).map(({ amount }) => amount)),
    }
  })
}

function monthsOf(timeZone: string, month: string): Month[] {
  return monthsBetween(addMonths(month, 1 - TREND_MONTHS), month).map((name) => monthIn(name, timeZone))
}

function factsOf(month: string, [counts, amounts, expiries, signUps, others]: Rows): PlatformFacts {
  const inMonth = (row: { readonly month: string }) => row.month === month
  const count = counterOf(counts.filter(inMonth))
  const signedUp = (role: string) => signUps.filter(inMonth).find((row) => row.role === role)?.count ?? 0
  const other = others.find(inMonth)
  return {
    sponsorSignUps: signedUp('sponsor'),
    influencerSignUps: signedUp('influencer'),
    approved: count('approved'),
    sponsorsWaiting: other?.sponsorsWaiting ?? 0,
    published: count('published'),
    invited: count('invited'),
    applied: count('applied'),
    accepted: count('accepted'),
    rejected: count('rejected'),
    withdrawn: count('withdrawn'),
    expired: count('expired') + (expiries.find(inMonth)?.count ?? 0),
    agreedAmount: sum(amounts.filter(inMonth).map(({ amount }) => amount)),
    mailsSent: other?.mailsSent ?? 0,
    mailsDead: other?.mailsDead ?? 0,
  }
}

function categoriesOf([, amounts, , , others, byCategory]: Rows) {
  const month = others.at(-1)?.month
  const groups = Map.groupBy(byCategory, ({ category }) => category)
  return [...groups]
    .map(([category, rows]) => {
      const count = counterOf(rows)
      const found = amounts.find((row) => row.month === month && row.category === category)
      const facts: PlatformFacts = {
        ...noPlatformFacts,
        published: count('published'),
        invited: count('invited'),
        applied: count('applied'),
        accepted: count('accepted'),
        agreedAmount: found?.amount ?? 0,
      }
      return {
        id: null,
        name: category === null ? 'Deleted campaigns' : categoryLabel(category),
        path: null,
        facts,
      }
    })
    .sort(
      (one, other) => other.facts.agreedAmount - one.facts.agreedAmount || (one.name < other.name ? -1 : 1),
    )
}

function counterOf(rows: readonly { readonly kind: string; readonly count: number }[]) {
  return (kind: string) => sum(rows.filter((row) => row.kind === kind).map(({ count }) => count))
}
