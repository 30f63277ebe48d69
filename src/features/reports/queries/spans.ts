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

/** The spans as rows, with the alias `span`. */
export function spanRows(spans: readonly Span[]): SQL {
  return sql`json_each(${JSON.stringify(spans)}) span`
}

export const reader = sql<UserId>`span.value ->> 'reader'`
export const monthName = sql<string>`span.value ->> 'name'`
export const from = sql<number>`span.value ->> 'from'`
export const to = sql<number>`span.value ->> 'to'`

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
