import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { cursorNumbers, type ListSource, selectCount } from '../../platform/list/source.ts'
import { DAY, HOUR } from '../../shared/time.ts'
import { users } from '../accounts/schema.ts'
import { networkOf } from './network.ts'
import { securityEvents } from './schema.ts'
import type { SecurityEventSearch } from './search.ts'

export type ListedSecurityEvent = Awaited<ReturnType<typeof selectEvents>>[number]

/** Everybody's security log, for admins. */
export const allSecurityEvents: ListSource<ListedSecurityEvent, SecurityEventSearch> = {
  select: ({ db }, search, after, limit) => selectEvents(db, search, after, limit),
  count: ({ db }, search) => selectCount(db, sql`select 1 from ${securityEvents} where ${matching(search)}`),
  cursorOf: ({ hour, id }) => `${hour}_${id}`,
}

export function selectEvents(db: Database, search: SecurityEventSearch, after: string | null, limit: number) {
  const key = sql`(${securityEvents.hour}, ${securityEvents.id})`
  const [hour, id] = cursorNumbers(after, 2) ?? []
  const isOldestFirst = search.sort === 'oldest'
  const sign = isOldestFirst ? sql`>` : sql`<`
  const isAfter = hour === undefined ? undefined : sql`${key} ${sign} (${hour}, ${id})`
  const order = isOldestFirst ? asc : desc
  return db.orm
    .select({
      id: securityEvents.id,
      userId: securityEvents.userId,
      username: users.username,
      name: users.displayName,
      kind: securityEvents.kind,
      hour: securityEvents.hour,
      network: securityEvents.network,
      device: securityEvents.device,
      place: securityEvents.place,
      detail: securityEvents.detail,
      count: securityEvents.count,
      firstAt: securityEvents.firstAt,
      at: securityEvents.at,
    })
    .from(securityEvents)
    .innerJoin(users, eq(users.id, securityEvents.userId))
    .where(and(matching(search), isAfter))
    .orderBy(order(securityEvents.hour), order(securityEvents.id))
    .limit(limit)
}

/** The narrowest filter picks the index. The plus signs keep SQLite from choosing another one. */
function matching({ username, kind, network, from, until }: SecurityEventSearch): SQL | undefined {
  const person =
    username === null ? null : sql`(select id from users where username = ${username.toLowerCase()})`
  const [byNetwork, byKind] = [
    person === null ? securityEvents.network : sql`+${securityEvents.network}`,
    person === null && network === null ? securityEvents.kind : sql`+${securityEvents.kind}`,
  ]
  return and(
    sql`true`,
    person === null ? undefined : sql`${securityEvents.userId} = ${person}`,
    network === null ? undefined : sql`${byNetwork} = ${networkOf(network) || network}`,
    kind === null ? undefined : sql`${byKind} = ${kind}`,
    from === null ? undefined : sql`${securityEvents.hour} >= ${Date.parse(from)}`,
    until === null ? undefined : sql`${securityEvents.hour} <= ${Date.parse(until) + DAY - HOUR}`,
  )
}
