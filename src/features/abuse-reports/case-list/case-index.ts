import { sql } from 'drizzle-orm'
import { descending, type SearchIndex } from '../../../platform/search/search-index.ts'
import { users } from '../../accounts/schema.ts'
import { abuseCases, abuseReports } from '../schema.ts'

/** The tabs that a case is in, except "mine", which is `open` with an assignee. */
const tabs = sql`json_each(json_array(iif(${abuseCases.state} = 'open', 'open', 'closed'),
  iif(${abuseCases.state} = 'open' and ${abuseCases.assigneeId} is null, 'unassigned', null)))`

const itsReports = sql`${abuseReports} where ${abuseReports.caseId} = ${abuseCases.id}`

/** Every case. Cases of the same weight, or of the same second, are in the order in which they were opened. */
export const caseIndex: SearchIndex<never, 'weight' | 'time'> = {
  name: 'abuse_case',
  id: abuseCases.id,
  from: sql`${abuseCases} join ${users} on ${users.id} = ${abuseCases.ownerId}`,
  visible: sql`true`,
  names: [{ value: abuseCases.title }, { value: users.displayName }],
  prose: [],
  minPrefix: 1,
  filters: {
    tab: { kind: 'value', value: sql`value`, each: tabs },
    assignee: { kind: 'value', value: abuseCases.assigneeId },
    kind: { kind: 'value', value: abuseCases.subject },
    reporters: { kind: 'value', value: sql`iif(${abuseCases.hasDoubtful}, 'doubtful', 'reliable')` },
    owner: { kind: 'value', value: abuseCases.ownerId },
    reason: { kind: 'value', value: abuseReports.reason, each: itsReports },
    reporter: { kind: 'value', value: abuseReports.reporterId, each: itsReports },
  },
  sorts: {
    weight: descending(sql`${abuseCases.weight}`),
    // When it was closed, or else opened: no tab has both open and closed cases.
    time: descending(sql`coalesce(${abuseCases.closedAt}, ${abuseCases.openedAt}) / 1000`),
  },
  relevance: null,
  parts: [
    { table: users, documents: (row) => `select id from abuse_cases where owner_id = ${row}.id` },
    { table: abuseReports, documents: (row) => `select ${row}.case_id` },
  ],
}
