import { sql } from 'drizzle-orm'
import { utcDayOf } from '../../../platform/list/days.ts'
import { ascending, descending, type SearchIndex } from '../../../platform/search/search-index.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { recordedPhaseSql } from '../recorded-phase.ts'
import { campaigns } from '../schema.ts'
import type { AdminCampaignSearch } from './filters.ts'

/** Every campaign, by its name and the name of its sponsor. The list of ad requests looks up names in it too. */
export const adminCampaignIndex: SearchIndex<
  AdminCampaignSearch,
  'newest' | 'ending' | 'budget' | 'committed'
> = {
  name: 'admin_campaign',
  id: campaigns.id,
  from: sql`${campaigns} join ${sponsors} on ${sponsors.userId} = ${campaigns.sponsorId}`,
  visible: sql`true`,
  names: [{ value: campaigns.name }, { value: sponsors.companyName }],
  prose: [],
  minPrefix: 1,
  filters: {
    state: { kind: 'value', value: recordedPhaseSql },
    visibility: { kind: 'value', value: campaigns.visibility },
    flagged: { kind: 'value', value: sql`iif(${campaigns.flaggedAt} is null, 'no', 'yes')` },
    category: { kind: 'value', value: campaigns.category },
    platform: { kind: 'value', value: sql`value`, each: sql`json_each(${campaigns.platforms})` },
    sponsor: { kind: 'value', value: campaigns.sponsorId },
    published: {
      kind: 'day',
      value: utcDayOf(campaigns.publishedAt),
      from: 'publishedFrom',
      to: 'publishedUntil',
    },
  },
  sorts: {
    newest: descending(sql`${campaigns.id}`),
    ending: ascending(sql`${campaigns.endsAt} / 1000`),
    budget: descending(sql`${campaigns.budget}`),
    committed: descending(sql`${campaigns.committed}`),
  },
  relevance: null,
  parts: [
    {
      table: sponsors,
      documents: (row) => `select id from campaigns where sponsor_id = ${row}.user_id`,
    },
  ],
}
