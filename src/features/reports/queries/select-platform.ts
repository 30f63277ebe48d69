import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { Category } from '../../../shared/taxonomy.ts'
import { type Role, users } from '../../accounts/schema.ts'
import type { EventKind } from '../../activity/event-kinds.ts'
import { events } from '../../activity/schema.ts'
import { adRequests } from '../../ad-requests/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { outbox } from '../../notifications/schema.ts'
import type { Month } from '../month.ts'
import { from, monthName, spanRows, to } from './spans.ts'

const counted = [
  ['user', 'approved'],
  ['campaign', 'published'],
  ['ad_request', 'invited'],
  ['ad_request', 'applied'],
  ['ad_request', 'accepted'],
  ['ad_request', 'rejected'],
  ['ad_request', 'withdrawn'],
  ['ad_request', 'expired'],
] as const

/** How many events of each kind there were in each month. Reads only an index. */
export function selectCounts({ orm }: Database, months: readonly Month[]) {
  return orm
    .select({ month: monthName, kind: sql<EventKind>`${events.kind}`, count: sql<number>`count(*)` })
    .from(eventsIn(months, counted))
    .groupBy(monthName, events.subject, events.kind)
}

/** Requests that the clock has ended, but no job has recorded yet. */
export function selectUnrecordedExpiries({ orm }: Database, months: readonly Month[], now: number) {
  return orm
    .select({ month: monthName, count: sql<number>`count(*)` })
    .from(
      sql`${spanRows(months)} cross join ${adRequests} on ${adRequests.state} = 'pending'
        and ${adRequests.closesAt} >= ${from} and ${adRequests.closesAt} < ${to} and ${adRequests.closesAt} <= ${now}`,
    )
    .groupBy(monthName)
}

export function selectSignUps({ orm }: Database, months: readonly Month[]) {
  return orm
    .select({ month: monthName, role: sql<Role>`${users.role}`, count: sql<number>`count(*)` })
    .from(
      sql`${eventsIn(months, [['user', 'signed_up']])} join ${users} on ${users.id} = ${events.subjectId}`,
    )
    .groupBy(monthName, users.role)
}

/** What was agreed in each month by category. The category is null if the campaign has none. */
export function selectAmounts({ orm }: Database, months: readonly Month[]) {
  return orm
    .select({
      month: monthName,
      category: sql<Category | null>`${campaigns.category}`,
      amount: sql<number>`sum(${adRequests.paymentAmount})`,
    })
    .from(
      sql`${eventsIn(months, [['ad_request', 'accepted']])} join ${adRequests} on ${adRequests.id} = ${events.subjectId}
        join ${campaigns} on ${campaigns.id} = ${adRequests.campaignId}`,
    )
    .groupBy(monthName, campaigns.category)
}

/** Campaigns and requests of each month by category, which is null also if the campaign was deleted. */
export function selectByCategory({ orm }: Database, months: readonly Month[]) {
  const kinds = counted.filter(([, kind]) => ['published', 'invited', 'applied', 'accepted'].includes(kind))
  return orm
    .select({
      month: monthName,
      category: sql<Category | null>`${campaigns.category}`,
      kind: sql<EventKind>`${events.kind}`,
      count: sql<number>`count(*)`,
    })
    .from(
      sql`${eventsIn(months, kinds)} left join ${campaigns}
        on ${campaigns.id} = iif(${events.subject} = 'campaign', ${events.subjectId}, ${events.campaignId})`,
    )
    .groupBy(monthName, campaigns.category, events.kind)
}

/** Sponsors who wait now, and the messages of each month. */
export function selectOthers({ orm }: Database, months: readonly Month[]) {
  return orm
    .select({
      month: monthName,
      sponsorsWaiting: sql<number>`(select count(*) from ${users} where status = 'pending' and role = 'sponsor')`,
      mailsSent: sql<number>`(select count(*) from ${outbox} where sent_at is not null and sent_at >= ${from} and sent_at < ${to})`,
      mailsDead: sql<number>`(select count(*) from ${outbox} where state in ('failed', 'dead') and +state = 'dead'
        and created_at >= ${from} and created_at < ${to})`,
    })
    .from(spanRows(months))
}

function eventsIn(months: readonly Month[], kinds: readonly (readonly [string, string])[]): SQL {
  return sql`${spanRows(months)} cross join json_each(${JSON.stringify(kinds)}) counted
    cross join ${events} on ${events.subject} = counted.value ->> 0 and ${events.kind} = counted.value ->> 1
    and ${events.at} >= ${from} and ${events.at} < ${to}`
}
