import { sql } from 'drizzle-orm'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { ascending, type SearchIndex } from '../../../platform/search/search-index.ts'
import { users } from '../../accounts/schema.ts'
import { sponsors } from '../schema.ts'

// Nobody answers a suspended sponsor, or one whose account is being deleted.
const isRenamed = sql`${sponsors.requestedName} is not null and ${eqLiteral(users.status, 'active')}`

/** The tabs that a sponsor is in: see `sponsorTabs`. */
const tabs = sql`json_each(json_array('all', ${users.status},
  iif(${isRenamed}, 'renamed', null)))`

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
