import { type SQL, sql } from 'drizzle-orm'
import { matchIn } from '../../../platform/list/index-order.ts'
import { idAt } from '../../../platform/search/cursor.ts'
import { tableOf } from '../../../platform/search/scan.ts'
import type { SearchIndex } from '../../../platform/search/search-index.ts'
import { accountIndex } from '../../accounts/people/account-index.ts'
import { adminCampaignIndex } from '../../campaigns/all/campaign-index.ts'
import { adRequests } from '../schema.ts'

/** Only the requests of this many campaigns and of this many people are found, the newest of those that match. */
export const MAX_NAMES = 250

/**
 * Selects the ids of requests whose campaign, sponsor or influencer has all words of a query in its names. Null if
 * nothing can match. Requests have no full-text index: see docs/decisions/0021-admin-lists.md.
 */
export function idsByNames(query: string): SQL | null {
  const ofCampaigns = idsOf(adminCampaignIndex, sql`campaign_id`, query, {})
  const ofPeople = idsOf(accountIndex, sql`influencer_id`, query, { role: 'influencer' })
  const found = [ofCampaigns, ofPeople].filter((ids) => ids !== null)
  return found.length > 0 ? sql.join(found, sql` union `) : null
}

// The cross join keeps SQLite from reading the requests first.
function idsOf(
  index: SearchIndex,
  foreignKey: SQL,
  query: string,
  filters: Readonly<Record<string, string>>,
): SQL | null {
  // FTS5 has no index of single letters, so one letter is only a whole word.
  const table = tableOf(index, 'newest')
  const match = matchIn({ ...index, minPrefix: 2 }, table, { query, ...filters })
  if (match === null) return null
  return sql`select ${adRequests.id} from (select ${idAt(table)} as id from ${table}
      where ${match}
      order by ${table}.rowid limit ${sql.raw(String(MAX_NAMES))}) named
    cross join ${adRequests} on ${adRequests}.${foreignKey} = named.id`
}
