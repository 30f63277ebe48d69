import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import { cursorNumbers } from '../../../platform/list/source.ts'
import { adRequests } from '../schema.ts'

export type AdRequestSort = 'newest' | 'oldest' | 'amount' | 'smallest' | 'closing'

/** Rows in the order of an index. */
interface Stretch {
  readonly where: SQL
  readonly orderBy: SQL
}

/** A page of a list. Its numbers may be placeholders of a select that is built once. */
export interface Span<Value = number | Placeholder> {
  readonly sort: AdRequestSort
  /** For the order by closing time: the parts to read, one after the other. */
  readonly parts: readonly Part[]
  /** The sort key of the row before the page. Null for the first page. */
  readonly last: readonly Value[] | null
  /** When the first page was read, in milliseconds UTC. */
  readonly startedAt: Value
  readonly limit: Value
}

export type Part = 'open' | 'closed'

const { id, paymentAmount, closesAt } = adRequests

/**
 * The page after a cursor, or the first page. The time of the first page decides which requests are open, also for later
 * pages. So no row is on two pages. `now` is in milliseconds UTC.
 */
export function spanAfter(
  sort: AdRequestSort,
  after: string | null,
  limit: number,
  now: number,
): Span<number> {
  const cursor = cursorNumbers(after, cursorLengths[sort])
  if (sort !== 'closing' || cursor === null) {
    return { sort, parts: ['open', 'closed'], last: cursor, startedAt: now, limit }
  }
  const [closesAt = 0, id = 0, startedAt = now] = cursor
  const parts: Part[] = closesAt <= startedAt ? ['closed'] : ['open', 'closed']
  return { sort, parts, last: [closesAt, id], startedAt, limit }
}

/** How many numbers the cursor of a sort order has. */
const cursorLengths: Record<AdRequestSort, number> = {
  newest: 1,
  oldest: 1,
  amount: 2,
  smallest: 2,
  closing: 3,
}

/** The rows of a page and of those after it. SQLite starts the second stretch only if the first has too few rows. */
export function stretchesOf(span: Span): Stretch[] {
  const { sort, last } = span
  switch (sort) {
    case 'newest':
      return [{ where: past(sql`${id}`, '<', last), orderBy: sql`${id} desc` }]
    case 'oldest':
      return [{ where: past(sql`${id}`, '>', last), orderBy: sql`${id}` }]
    case 'amount':
      return [
        {
          where: past(sql`(${paymentAmount}, ${id})`, '<', last),
          orderBy: sql`${paymentAmount} desc, ${id} desc`,
        },
      ]
    case 'smallest':
      return [
        { where: past(sql`(${paymentAmount}, ${id})`, '>', last), orderBy: sql`${paymentAmount}, ${id}` },
      ]
    case 'closing':
      return closingFirst(span)
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

// What is open comes first, the next to close first. Then what is closed, the latest first.
function closingFirst({ parts, last, startedAt }: Span): Stretch[] {
  const key = sql`(${closesAt}, ${id})`
  const isPastOpen = parts[0] === 'closed'
  const stretches: Record<Part, Stretch> = {
    open: {
      where: sql`${closesAt} > ${startedAt} and ${past(key, '>', last)}`,
      orderBy: sql`${closesAt}, ${id}`,
    },
    closed: {
      where: sql`${closesAt} <= ${startedAt} and ${past(key, '<', isPastOpen ? last : null)}`,
      orderBy: sql`${closesAt} desc, ${id} desc`,
    },
  }
  return parts.map((part) => stretches[part])
}

function past(key: SQL, sign: '<' | '>', last: Span['last']): SQL {
  if (last === null) return sql`true`
  const values = sql.join(
    last.map((value) => sql`${value}`),
    sql`, `,
  )
  return sql`${key} ${sql.raw(sign)} (${values})`
}
