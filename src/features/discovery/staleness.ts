import type { Namespace } from '../../platform/cache/cache.ts'

/**
 * Which cached answers a batch of changes makes stale, told from the SQL of its statements: a change cannot be
 * written in a way that forgets to say so. What search shows of a table is named once below, and a test holds it
 * against the triggers that keep the indexes.
 */
export function madeStaleBy(statements: readonly string[]): Namespace[] {
  const touched = watched.filter((watch) => statements.some((sql) => touches(sql, watch)))
  return [...new Set(touched.flatMap(({ namespaces }) => namespaces))]
}

interface Watch {
  readonly table: string
  /** An update of others changes nothing that is shown. */
  readonly columns: readonly string[]
  readonly namespaces: readonly Namespace[]
}

export const watched: readonly Watch[] = [
  {
    table: 'users',
    columns: ['display_name', 'username', 'status'],
    namespaces: ['influencers', 'campaigns', 'statistics'],
  },
  {
    table: 'influencers',
    columns: [
      ...['category', 'niche', 'bio', 'country', 'languages', 'availability', 'followers', 'reach'],
      ...['engagement_rate', 'lowest_price', 'rating', 'rating_count', 'flagged_at'],
    ],
    namespaces: ['influencers', 'statistics'],
  },
  { table: 'channels', columns: ['platform', 'handle'], namespaces: ['influencers', 'statistics'] },
  {
    table: 'campaigns',
    columns: [
      ...['name', 'brief', 'category', 'niche', 'platforms', 'wanted_deliverables', 'start_date', 'end_date'],
      ...['ends_at', 'budget', 'visibility', 'state', 'flagged_at', 'published_at'],
    ],
    namespaces: ['campaigns', 'statistics'],
  },
  { table: 'campaign_goals', columns: ['text'], namespaces: ['campaigns'] },
  { table: 'sponsors', columns: ['company_name'], namespaces: ['campaigns', 'statistics'] },
  // They are counted, and nothing else of them is shown.
  { table: 'collaborations', columns: [], namespaces: ['statistics'] },
]

function touches(sql: string, { table, columns }: Watch): boolean {
  const [, verb, touched, rest = ''] =
    /^\s*(insert into|update|delete from)\s+"?(\w+)"?(.*)/is.exec(sql) ?? []
  if (touched !== table || verb === undefined) return false
  if (verb.toLowerCase() !== 'update') return !beginsUnseen.has(`${verb.toLowerCase()} ${table}`)
  const set = rest.split(/\bwhere\b/i)[0] ?? ''
  return columns.some((column) => new RegExp(`\\b${column}\\b`).test(set))
}

/** A new account has no profile yet, which comes with a statement of its own. */
const beginsUnseen: ReadonlySet<string> = new Set(['insert into users', 'insert into sponsors'])
