import { and, eq, not, type SQL, sql } from 'drizzle-orm'
import { containsAllWords, wordsToFind } from '../../../platform/db/contains-all-words.ts'
import { eqLiteral, neLiteral } from '../../../platform/db/literals.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Phase } from '../campaign.ts'
import { campaigns } from '../schema.ts'
import type { OwnCampaignSearch } from './search.ts'

/** Which of a sponsor's campaigns match. */
export function ownCampaigns(
  sponsor: UserId,
  { query, state, category, visibility }: Omit<OwnCampaignSearch, 'sort'>,
  now: number,
): SQL {
  const conditions = [
    eq(campaigns.sponsorId, sponsor),
    query === '' ? undefined : containsAllWords([campaigns.name], wordsToFind(query)),
    state === 'all' ? undefined : isInPhase(state, now),
    category === null ? undefined : eqLiteral(campaigns.category, category),
    visibility === null ? undefined : eqLiteral(campaigns.visibility, visibility),
  ]
  return and(...conditions) ?? sql`true`
}

/** `phaseOf` in SQL. */
export function isInPhase(phase: Phase | 'not_completed', now: number): SQL | undefined {
  switch (phase) {
    case 'not_completed':
      return neLiteral(campaigns.state, 'completed')
    case 'active':
      return and(eqLiteral(campaigns.state, 'active'), not(hasEnded(now)), hasBegun(now))
    case 'upcoming':
      return and(eqLiteral(campaigns.state, 'active'), not(hasEnded(now)), not(hasBegun(now)))
    case 'paused':
      return and(eqLiteral(campaigns.state, 'paused'), not(hasEnded(now)))
    case 'ended':
      return and(sql`${campaigns.state} in ('active', 'paused')`, hasEnded(now))
    default:
      return eqLiteral(campaigns.state, phase)
  }
}

function hasBegun(now: number): SQL {
  return sql`coalesce(${campaigns.startsAt}, 0) <= ${now}`
}

function hasEnded(now: number): SQL {
  return sql`coalesce(${campaigns.endsAt} <= ${now}, false)`
}
