import { sql } from 'drizzle-orm'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { utcDayOf } from '../../../platform/list/days.ts'
import { descending, type SearchIndex } from '../../../platform/search/search-index.ts'
import { influencers } from '../../influencers/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { users } from '../schema.ts'
import type { PeopleSearch } from './filters.ts'

/** Every account. */
export const accountIndex: SearchIndex<PeopleSearch, 'newest' | 'seen'> = {
  name: 'account',
  id: users.id,
  from: sql`${users} left join ${influencers} on ${influencers.userId} = ${users.id}
    left join ${sponsors} on ${sponsors.userId} = ${users.id}`,
  visible: sql`true`,
  names: [{ value: users.displayName }, { value: users.username }, { value: users.email }],
  prose: [],
  minPrefix: 1,
  filters: {
    // Everybody but admins is also found as a `member`.
    role: {
      kind: 'value',
      value: sql`value`,
      each: sql`json_each(iif(${eqLiteral(users.role, 'admin')}, '["admin"]', json_array(${users.role}, 'member')))`,
    },
    status: { kind: 'value', value: users.status },
    confirmed: { kind: 'value', value: sql`iif(${users.isEmailConfirmed}, 'yes', 'no')` },
    flagged: {
      kind: 'value',
      value: sql`iif(coalesce(${influencers.flaggedAt}, ${sponsors.flaggedAt}) is null, 'no', 'yes')`,
    },
    joined: { kind: 'day', value: utcDayOf(users.createdAt), from: 'joinedFrom', to: 'joinedUntil' },
  },
  sorts: {
    newest: descending(sql`${users.id}`),
    // In seconds. Whoever has never been seen comes last.
    seen: descending(sql`${users.lastSeenAt} / 1000`),
  },
  relevance: null,
  parts: [
    { table: influencers, documents: (row) => `select ${row}.user_id` },
    { table: sponsors, documents: (row) => `select ${row}.user_id` },
  ],
}
