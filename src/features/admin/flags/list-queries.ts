import { and, asc, desc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { countUpTo, cursorNumbers, type ListSource } from '../../../platform/list/source.ts'
import { users } from '../../accounts/schema.ts'
import { flags, urgency } from '../../flags/schema.ts'
import type { FlagSearch } from './search.ts'

export type FlagListRow = Awaited<ReturnType<typeof selectByIds>>[number]

/** Flags. Words are looked for in what is flagged and in the name of its owner. */
export const flagSource: ListSource<FlagListRow, FlagSearch> = {
  select: ({ db }, search, after, limit) => selectPage(db, search, after, limit),
  count: ({ db }, search) =>
    db.orm
      .select({
        count: countUpTo(sql`select 1 from ${flags} join ${users} on ${users.id} = ${flags.ownerId}
          where ${matching(search) ?? sql`true`}`),
      })
      .from(sql`(select 1)`),
  find: ({ db }, ids) => selectByIds(db, ids),
  cursorOf: ({ id, urgency }, { sort }) => (sort === 'urgent' ? `${urgency}_${id}` : String(id)),
}

export function selectPage(db: Database, search: FlagSearch, after: string | null, limit: number) {
  return selectFlags(db)
    .where(and(matching(search), isAfter(search, after)))
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

function matching({ query, state, subject, reason, owner }: FlagSearch): SQL | undefined {
  const words = query.trim().toLowerCase()
  return and(
    state === 'standing' ? sql`${rank} < 3` : (state && eqLiteral(flags.state, state)) || undefined,
    subject ? eqLiteral(flags.subject, subject) : undefined,
    reason ? eqLiteral(flags.reason, reason) : undefined,
    owner ? eq(flags.ownerId, owner) : undefined,
    words === ''
      ? undefined
      : sql`instr(lower(${flags.title} || ' ' || ${users.displayName} || ' ' || ${users.username}), ${words}) > 0`,
  )
}

function selectByIds(db: Database, ids: readonly number[]) {
  return selectFlags(db).where(inArray(sql`${flags.id}`, [...ids]))
}

function selectFlags(db: Database) {
  return db.orm
    .select({
      id: flags.id,
      urgency: rank,
      subject: flags.subject,
      subjectId: flags.subjectId,
      title: flags.title,
      reason: flags.reason,
      state: flags.state,
      appeal: flags.appeal,
      appealedAt: flags.appealedAt,
      flaggedAt: flags.flaggedAt,
      ownerId: flags.ownerId,
      ownerName: users.displayName,
      version: flags.version,
    })
    .from(flags)
    .innerJoin(users, eq(users.id, flags.ownerId))
    .$dynamic()
}
