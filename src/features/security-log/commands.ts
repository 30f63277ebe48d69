import { type SQL, sql } from 'drizzle-orm'
import type { UserId } from '../../shared/ids.ts'
import { HOUR } from '../../shared/time.ts'
import type { SecurityEventKind } from './kinds.ts'
import type { RequestOrigin } from './origin.ts'
import { securityEvents } from './schema.ts'

export interface NewSecurityEvent {
  /** Whose account. Null, or a subquery that finds nobody, records nothing: for attempts at no account. */
  readonly userId: UserId | SQL | null
  readonly kind: SecurityEventKind
  readonly origin: RequestOrigin
  /** From a fixed list. Never what somebody typed. */
  readonly detail?: string
  /** Milliseconds UTC. */
  readonly at: number
}

/** One account gets this many rows of one kind in an hour. One more row counts everything after that. */
export const MAX_ROWS_PER_HOUR = 10

/**
 * The statement that records an event in an account's security log, for the batch that makes the change. The same
 * thing from the same network and device within an hour is counted in one row, and an account gets a limited number of
 * rows of each kind in an hour, so nobody can fill the table.
 */
export function recordSecurityEvent({ userId, kind, origin, detail = '', at }: NewSecurityEvent): SQL {
  const { network, device, place } = origin
  const hour = Math.floor(at / HOUR) * HOUR
  const others = sql`select 1 from ${securityEvents} other
    where other.user_id = whose and other.kind = ${kind} and other.hour = ${hour} and other.network <> ${REST}
      and (other.network, other.device, other.detail) <> (${network}, ${device}, ${detail})
    limit ${MAX_ROWS_PER_HOUR}`
  const unlessRest = (value: string, otherwise: string) => sql`iif(is_rest, ${otherwise}, ${value})`
  return sql`insert into ${securityEvents}
      (user_id, kind, hour, network, device, place, detail, count, first_at, at)
    select whose, ${kind}, ${hour}, ${unlessRest(network, REST)}, ${unlessRest(device, '')},
      ${unlessRest(place, '')}, ${unlessRest(detail, '')}, 1, ${at}, ${at}
    from (select whose, (select count(*) from (${others})) >= ${MAX_ROWS_PER_HOUR} as is_rest
      from (select ${userId} as whose) where whose is not null)
    where true
    on conflict (user_id, kind, hour, network, device, detail) do update
      set count = count + 1, at = max(at, excluded.at), place = excluded.place`
}

/** The network of the row that counts what has no row of its own. */
export const REST = 'several'
