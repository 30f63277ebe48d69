import { sql } from 'drizzle-orm'
import { ID_BITS } from '../../../platform/search/cursor.ts'
import { ascending, descending, type SearchIndex } from '../../../platform/search/search-index.ts'
import { users } from '../../accounts/schema.ts'
import { flags, urgency } from '../../flags/schema.ts'

/** A flag's state, and whether it stands. */
const states = sql`json_each(json_array(${flags.state}, iif(${flags.state} = 'lifted', null, 'standing')))`

const newestFirst = sql`${sql.raw(String(2 ** ID_BITS - 1))} - ${flags.id}`

/** Every flag. */
export const flagIndex: SearchIndex<never, 'urgent' | 'newest'> = {
  name: 'flag',
  id: flags.id,
  from: sql`${flags} join ${users} on ${users.id} = ${flags.ownerId}`,
  visible: sql`true`,
  names: [{ value: flags.title }, { value: users.displayName }, { value: users.username }],
  prose: [],
  minPrefix: 1,
  filters: {
    state: { kind: 'value', value: sql`value`, each: states },
    subject: { kind: 'value', value: flags.subject },
    reason: { kind: 'value', value: flags.reason },
    owner: { kind: 'value', value: flags.ownerId },
  },
  sorts: {
    urgent: ascending(sql`((${urgency(flags.state)}) << ${sql.raw(String(ID_BITS))}) + ${newestFirst}`),
    newest: descending(sql`${flags.id}`),
  },
  relevance: null,
  parts: [{ table: users, documents: (row) => `select id from flags where owner_id = ${row}.id` }],
}
