import { and, asc, desc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { countUpTo, cursorNumbers, type ListContext, type ListSource } from '../../../platform/list/source.ts'
import { users } from '../../accounts/schema.ts'
import { isOver } from '../../flags/over.ts'
import { flags, urgency } from '../../flags/schema.ts'
import type { FlagSearch } from './search.ts'

type Context = Pick<ListContext, 'db' | 'now'>

export type FlagListRow = Awaited<ReturnType<typeof selectByIds>>[number]

/** Flags. Words are looked for in what is flagged and in the name of its owner. */
export const flagSource: ListSource<FlagListRow, FlagSearch> = {
  select: (context, search, after, limit) => selectPage(context, search, after, limit),
  count: ({ db, now }, search) =>
    db.orm
      .select({
        count: countUpTo(sql`select 1 from ${flags} join ${users} on ${users.id} = ${flags.ownerId}
          where ${matching(search, now) ?? sql`true`}`),
      })
      .from(sql`(select 1)`),
  find: (context, ids) => selectByIds(context, ids),
  tabs: ({ db, now }) =>
    db.orm
      .select({
        standing: upTo100('standing', now),
        appealed: upTo100('appealed', now),
        over: upTo100('over', now),
      })
      .from(sql`(select 1)`),
  cursorOf: ({ id, urgency }, { sort }) => (sort === 'urgent' ? `${urgency}_${id}` : String(id)),
}

export function selectPage(context: Context, search: FlagSearch, after: string | null, limit: number) {
  return selectFlags(context)
    .where(and(matching(search, context.now), isAfter(search, after)))
    .orderBy(...orders[search.sort])
    .limit(limit)
}

const rank = urgency(flags.state)

const orders = {
  urgent: [asc(rank), desc(flags.id)],
  newest: [desc(flags.id)],
  oldest: [asc(flags.id)],
} satisfies Record<FlagSearch['sort'], readonly SQL[]>

function isAfter({ sort }: FlagSearch, after: string | null): SQL | undefined {
  if (sort === 'urgent') {
    const [state, id] = cursorNumbers(after, 2) ?? []
    if (state === undefined || id === undefined) return undefined
    return sql`${rank} >= ${state} and (${rank} > ${state} or ${flags.id} < ${id})`
  }
  const [id] = cursorNumbers(after, 1) ?? []
  if (id === undefined) return undefined
  return sort === 'oldest' ? gt(sql`${flags.id}`, id) : lt(sql`${flags.id}`, id)
}

function upTo100(tab: FlagSearch['state'], now: number): SQL<number> {
  return countUpTo(sql`select 1 from ${flags} where ${inTab(tab, now) ?? sql`true`}`, 100)
}

function inTab(tab: FlagSearch['state'], now: number): SQL | undefined {
  switch (tab) {
    case 'all':
      return undefined
    case 'standing':
      return sql`${rank} < 3 and not ${isOver(now)}`
    case 'over':
      return sql`${rank} < 3 and ${isOver(now)}`
    case 'lifted':
      return eqLiteral(flags.state, tab)
    case 'appealed':
    case 'open':
    case 'kept':
      return sql`${eqLiteral(flags.state, tab)} and not ${isOver(now)}`
  }
}

function matching({ query, state, subject, reason, owner }: FlagSearch, now: number): SQL | undefined {
  const words = query.trim().toLowerCase()
  return and(
    inTab(state, now),
    subject ? eqLiteral(flags.subject, subject) : undefined,
    reason ? eqLiteral(flags.reason, reason) : undefined,
    owner ? eq(flags.ownerId, owner) : undefined,
    words === ''
      ? undefined
      : sql`instr(lower(${flags.title} || ' ' || ${users.displayName} || ' ' || ${users.username}), ${words}) > 0`,
  )
}

function selectByIds(context: Context, ids: readonly number[]) {
  return selectFlags(context).where(inArray(sql`${flags.id}`, [...ids]))
}

function selectFlags({ db, now }: Context) {
  return db.orm
    .select({
      id: flags.id,
      urgency: rank,
      subject: flags.subject,
      subjectId: flags.subjectId,
      title: flags.title,
      reason: flags.reason,
      state: flags.state,
      isOver: sql<boolean>`${isOver(now)}`.mapWith(Boolean),
      appeal: flags.appeal,
      appealedAt: flags.appealedAt,
      flaggedAt: flags.flaggedAt,
      ownerId: flags.ownerId,
      ownerName: users.displayName,
      ownerStatus: users.status,
      version: flags.version,
    })
    .from(flags)
    .innerJoin(users, eq(users.id, flags.ownerId))
    .$dynamic()
}
