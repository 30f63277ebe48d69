import { and, desc, eq, not, type SQL, sql } from 'drizzle-orm'
import { containsAllWords, wordsToFind } from '../../../platform/db/contains-all-words.ts'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral, neLiteral } from '../../../platform/db/literals.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import type { UserId } from '../../../shared/ids.ts'
import { adRequests } from '../../ad-requests/schema.ts'
import type { Phase } from '../campaign.ts'
import { campaigns } from '../schema.ts'

export type OwnCampaign = Awaited<ReturnType<typeof selectOwnCampaigns>>[number]

export interface OwnCampaigns {
  readonly page: Page<OwnCampaign>
  /** How many campaigns match the query, in each phase and overall. */
  readonly counts: Readonly<Record<Phase | 'all', number>>
}

export interface OwnCampaignFilters {
  /** Words of the campaign's name. */
  readonly query: string
  readonly phase: Phase | null
  readonly after: readonly number[] | null
}

/** A page of a sponsor's campaigns, newest first, with counts for the tabs. One round trip. */
export async function findOwnCampaigns(
  db: Database,
  sponsor: UserId,
  filters: OwnCampaignFilters,
  now: number,
): Promise<OwnCampaigns> {
  const [rows, [counts]] = await db.read([
    selectOwnCampaigns(db, sponsor, filters, now),
    countOwnCampaigns(db, sponsor, filters, now),
  ])
  return {
    page: cutPage(rows, PAGE_SIZE, ({ id }) => [id]),
    counts: counts ?? { all: 0, draft: 0, upcoming: 0, active: 0, ended: 0, paused: 0, completed: 0 },
  }
}

type Condition = Phase | 'not_completed'

type Conditions = Omit<OwnCampaignFilters, 'phase'> & { readonly phase: Condition | null }

export function selectOwnCampaigns(db: Database, sponsor: UserId, filters: Conditions, now: number) {
  return db.orm
    .select({
      id: campaigns.id,
      name: campaigns.name,
      brief: campaigns.brief,
      category: campaigns.category,
      niche: campaigns.niche,
      platforms: campaigns.platforms,
      wantedDeliverables: campaigns.wantedDeliverables,
      startDate: campaigns.startDate,
      endDate: campaigns.endDate,
      timeZone: campaigns.timeZone,
      startsAt: campaigns.startsAt,
      endsAt: campaigns.endsAt,
      budget: campaigns.budget,
      committed: campaigns.committed,
      state: campaigns.state,
      flaggedAt: campaigns.flaggedAt,
      requests: countRequests(sql`1`),
      agreed: countRequests(sql`state = 'accepted'`),
    })
    .from(campaigns)
    .where(ownCampaigns(sponsor, filters, now))
    .orderBy(desc(campaigns.id))
    .limit(PAGE_SIZE + 1)
}

/** Which of a sponsor's campaigns the list shows, for selects that are ordered by descending id. */
export function ownCampaigns(
  sponsor: UserId,
  { query, phase, after }: Conditions,
  now: number,
): SQL | undefined {
  return and(
    eq(campaigns.sponsorId, sponsor),
    nameContains(query),
    phase ? isInPhase(phase, now) : undefined,
    after ? sql`${campaigns.id} < ${after[0]}` : undefined,
  )
}

/** How many of a campaign's requests meet a condition. */
export function countRequests(condition: SQL): SQL<number> {
  return sql<number>`(select count(*) from ${adRequests} where campaign_id = ${sql`${campaigns.id}`} and ${condition})`
}

// One pass over the sponsor's rows. Grouping would have to sort them.
function countOwnCampaigns(db: Database, sponsor: UserId, { query }: OwnCampaignFilters, now: number) {
  const count = (phase: Phase) => sql<number>`coalesce(sum(${isInPhase(phase, now)}), 0)`
  return db.orm
    .select({
      all: sql<number>`count(*)`,
      draft: count('draft'),
      upcoming: count('upcoming'),
      active: count('active'),
      ended: count('ended'),
      paused: count('paused'),
      completed: count('completed'),
    })
    .from(campaigns)
    .where(and(eq(campaigns.sponsorId, sponsor), nameContains(query)))
}

/** `phaseOf` in SQL. */
export function isInPhase(phase: Condition, now: number): SQL | undefined {
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

function nameContains(query: string): SQL | undefined {
  return query ? containsAllWords([campaigns.name], wordsToFind(query)) : undefined
}
