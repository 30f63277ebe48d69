import { type SQL, sql } from 'drizzle-orm'
import type { UserId } from '../../../shared/ids.ts'
import { events } from '../../activity/schema.ts'
import type { Month } from '../month.ts'

/** Whose requests a report is about. */
export type Side = 'sponsor' | 'influencer'

/** A month that a report about a person needs. */
export interface Span extends Month {
  readonly reader: UserId
}

/**
 * The spans as rows, with the alias `span`. The limit does nothing, but keeps SQLite from merging the subquery with what
 * is around it, which would parse the JSON again for every event.
 */
export function spanRows(spans: readonly (Month & { readonly reader?: UserId })[]): SQL {
  return sql`(select value ->> 'reader' as reader, value ->> 'name' as name, value ->> 'from' as starts,
    value ->> 'to' as ends from json_each(${JSON.stringify(spans)}) limit -1) span`
}

export const reader = sql<UserId>`span.reader`
export const monthName = sql<string>`span.name`
export const from = sql<number>`span.starts`
export const to = sql<number>`span.ends`

/**
 * Each span with the person's events in it. CROSS JOIN makes SQLite begin with the spans, and find the events by the
 * index of that side.
 */
export function eventsIn(spans: readonly Span[], side: Side): SQL {
  return sql`${spanRows(spans)} cross join ${events} on ${ownColumn(side)} = ${reader}
    and ${events.at} >= ${from} and ${events.at} < ${to}`
}

/** `sponsor_id` or `influencer_id`. */
export function ownColumn(side: Side) {
  return side === 'sponsor' ? events.sponsorId : events.influencerId
}
