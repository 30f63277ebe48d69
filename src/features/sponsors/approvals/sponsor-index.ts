import { sql } from 'drizzle-orm'
import { ascending, type SearchIndex } from '../../../platform/search/search-index.ts'
import { users } from '../../accounts/schema.ts'
import { sponsors } from '../schema.ts'

/** The tabs that a sponsor is in: see `sponsorTabs`. */
const tabs = sql`json_each(json_array('all', ${users.status},
  iif(${sponsors.requestedName} is null, null, 'renamed')))`

/** Every sponsor, in the order in which they asked for approval. */
export const sponsorIndex: SearchIndex<never, 'submitted'> = {
  name: 'sponsor',
  id: sponsors.userId,
  from: sql`${sponsors} join ${users} on ${users.id} = ${sponsors.userId}`,
  visible: sql`true`,
  names: [
    { value: sponsors.companyName },
    { value: users.displayName },
    { value: users.username },
    { value: users.email },
  ],
  prose: [{ value: sponsors.industry }],
  minPrefix: 1,
  filters: { status: { kind: 'value', value: sql`value`, each: tabs } },
  sorts: { submitted: ascending(sql`${sponsors.submittedAt} / 1000`) },
  relevance: null,
  parts: [{ table: users, documents: (row) => `select ${row}.id` }],
}
