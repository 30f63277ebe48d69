import { caseSearch } from '../../../src/features/abuse-reports/case-list/filters.ts'
import { cases } from '../../../src/features/abuse-reports/case-list/source.ts'
import { peopleSearch } from '../../../src/features/accounts/people/filters.ts'
import { people } from '../../../src/features/accounts/people/queries.ts'
import { adminAdRequestSearch } from '../../../src/features/ad-requests/all/filters.ts'
import { adminAdRequests } from '../../../src/features/ad-requests/all/queries.ts'
import { auditLog } from '../../../src/features/admin/audit/queries.ts'
import { auditSearch } from '../../../src/features/admin/audit/search.ts'
import { flagSource } from '../../../src/features/admin/flags/list-queries.ts'
import { flagSearch } from '../../../src/features/admin/flags/search.ts'
import { adminCampaignSearch } from '../../../src/features/campaigns/all/filters.ts'
import { adminCampaigns } from '../../../src/features/campaigns/all/queries.ts'
import { runs } from '../../../src/features/jobs/queries.ts'
import { runSearch } from '../../../src/features/jobs/search.ts'
import { undeliveredMessages } from '../../../src/features/notifications/undelivered/queries.ts'
import { undeliveredSearch } from '../../../src/features/notifications/undelivered/search.ts'
import { sponsorSource } from '../../../src/features/sponsors/approvals/list.ts'
import { sponsorSearch } from '../../../src/features/sponsors/approvals/search.ts'
import type { Select } from '../../../src/platform/db/select.ts'
import type { ListSearch, SearchDefinition } from '../../../src/platform/list/search.ts'
import type { ListContext, ListSource } from '../../../src/platform/list/source.ts'

/**
 * The admins' lists, and what to search them for: query strings of their URLs. Each is measured in every sort order, but
 * counted once. A word in braces is replaced with words of its kind from the database.
 */
export const measuredLists: readonly MeasuredList[] = [
  measured('people', people, peopleSearch, [
    '',
    'role=influencer',
    'role=sponsor&status=pending',
    'query={person}',
    'query={letters}',
    'query={person}&role=influencer',
  ]),
  measured('sponsors', sponsorSource, sponsorSearch, [
    '',
    'status=renamed',
    'status=rejected',
    'status=active',
    'query={company}',
    'status=active&query={letters}',
    'status=all&query={company}',
  ]),
  measured('campaigns', adminCampaigns, adminCampaignSearch, [
    '',
    'state=active',
    'flagged=yes&category=food',
    'visibility=private&platform=blog&state=active',
    'query={campaign}',
    'query={letters}',
    'query={company}&state=completed',
  ]),
  measured('ad requests', adminAdRequests, adminAdRequestSearch, [
    '',
    'state=pending',
    'state=expired',
    'state=decided&ended_from=2026-01-01',
    'answered_from=2026-10-01&answered_until=2026-10-31',
    'state=rejected&origin=application',
    'turn=sponsor&origin=invitation',
    'query={person}',
    'query={campaign}',
    'query={company}&state=pending',
    'query={letters}&turn=influencer',
    'campaign=1000',
    'influencer=100000&state=accepted',
  ]),
  measured('abuse cases', cases, caseSearch, [
    '',
    'query={person}',
    'kind=message',
    'tab=closed',
    'tab=closed&query={person}',
    'tab=closed&kind=message',
    'tab=closed&reason=illegal',
    'tab=closed&reporters=doubtful',
    'tab=closed&owner=1000',
  ]),
  measured('flags', flagSource, flagSearch, ['', 'state=standing', 'reason=copyright', 'query={person}']),
  measured('audit log', auditLog, auditSearch, [
    '',
    'subject=user',
    'actor_id=5',
    'kind=user__suspended&actor_id=3',
    'subject=user&subject_id=1000',
    'from=2026-01-01&until=2026-11-26',
    'query=spam',
    'query={person}',
  ]),
  measured('undelivered messages', undeliveredMessages, undeliveredSearch, [
    '',
    'state=dead',
    'channel=email',
    'account=1000',
  ]),
  measured('job runs', runs, runSearch, ['', 'job=sweep']),
]

export interface MeasuredList {
  readonly name: string
  readonly searches: readonly string[]
  readonly sorts: readonly string[]
  /** The select of a page of a search; null if nothing can match. */
  readonly page: (context: ListContext, search: string, after: string | null) => PageSelect | null
  readonly count: (context: ListContext, search: string) => Select | null
}

export interface PageSelect {
  readonly select: Select
  /** The cursor after the last row, from what the select returned. Null without rows. */
  readonly cursorAfter: (result: { rows: unknown[][] }) => string | null
}

/** In rows. */
const PAGE = 21

function measured<Row, Search extends ListSearch>(
  name: string,
  source: ListSource<Row, Search>,
  definition: SearchDefinition<Search>,
  searches: readonly string[],
): MeasuredList {
  return {
    name,
    searches,
    sorts: Object.keys(definition.sorts),
    count: (context, search) => source.count(context, definition.fromText(search)),
    page: (context, text, after) => {
      const search = definition.fromText(text)
      const select = source.select(context, search, after, PAGE)
      return (
        select && {
          select,
          cursorAfter: (result) => {
            // The select says what its rows are.
            const rows = select.prepare().mapResult(result, true) as readonly Row[]
            const last = rows.at(-1)
            return last === undefined ? null : source.cursorOf(last, search)
          },
        }
      )
    },
  }
}
