import { type SQL, sql } from 'drizzle-orm'
import { cursorNumbers } from '../../../platform/list/source.ts'
import { adRequests } from '../schema.ts'

export type AdRequestSort = 'newest' | 'oldest' | 'amount' | 'smallest' | 'closing'

/** Rows in the order of an index. */
interface Stretch {
  readonly where: SQL
  readonly orderBy: SQL
}

const { id, paymentAmount, closesAt } = adRequests

/**
 * The rest of the list after a row, or all of it. SQLite starts the second stretch only if the first has too few rows.
 * `startedAt` is when the first page was read: what closes soon is decided once, so that no row is on two pages.
 */
export function stretchesOf(sort: AdRequestSort, after: string | null, startedAt: number): Stretch[] {
  switch (sort) {
    case 'newest':
      return [{ where: past(sql`${id}`, '<', cursorNumbers(after, 1)), orderBy: sql`${id} desc` }]
    case 'oldest':
      return [{ where: past(sql`${id}`, '>', cursorNumbers(after, 1)), orderBy: sql`${id}` }]
    case 'amount':
      return [
        {
          where: past(sql`(${paymentAmount}, ${id})`, '<', cursorNumbers(after, 2)),
          orderBy: sql`${paymentAmount} desc, ${id} desc`,
        },
      ]
    case 'smallest':
      return [
        {
          where: past(sql`(${paymentAmount}, ${id})`, '>', cursorNumbers(after, 2)),
          orderBy: sql`${paymentAmount}, ${id}`,
        },
      ]
    case 'closing':
      return closingFirst(cursorNumbers(after, 3), startedAt)
  }
}

/** The cursor of a row. `startedAt` is when the first page was read. */
export function cursorOf(
  row: { readonly id: number; readonly paymentAmount: number; readonly closesAt: number },
  sort: AdRequestSort,
  startedAt: number,
): string {
  switch (sort) {
    case 'newest':
    case 'oldest':
      return String(row.id)
    case 'amount':
    case 'smallest':
      return `${row.paymentAmount}_${row.id}`
    case 'closing':
      return `${row.closesAt}_${row.id}_${startedAt}`
  }
}

/** When the first page was read. `now` for the first page itself. */
export function startOf(sort: AdRequestSort, after: string | null, now: number): number {
  const [, , startedAt = now] = sort === 'closing' ? (cursorNumbers(after, 3) ?? []) : []
  return startedAt
}

// What is open comes first, the next to close first. Then what is closed, the latest first.
function closingFirst(cursor: readonly number[] | null, startedAt: number): Stretch[] {
  const key = sql`(${closesAt}, ${id})`
  const place = cursor?.slice(0, 2) ?? null
  const isClosed = cursor !== null && Number(cursor[0]) <= startedAt
  const closed = {
    where: sql`${closesAt} <= ${startedAt} and ${past(key, '<', isClosed ? place : null)}`,
    orderBy: sql`${closesAt} desc, ${id} desc`,
  }
  const open = {
    where: sql`${closesAt} > ${startedAt} and ${past(key, '>', place)}`,
    orderBy: sql`${closesAt}, ${id}`,
  }
  return isClosed ? [closed] : [open, closed]
}

function past(key: SQL, sign: '<' | '>', cursor: readonly number[] | null): SQL {
  if (cursor === null) return sql`true`
  const values = sql.join(
    cursor.map((number) => sql`${number}`),
    sql`, `,
  )
  return sql`${key} ${sql.raw(sign)} (${values})`
}
