import { and, desc, eq, gt, lte, type SQL, sql } from 'drizzle-orm'
import { caseVariants, containsAllWords } from '../../../platform/db/contains-all-words.ts'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral, neLiteral } from '../../../platform/db/literals.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import type { UserId } from '../../../shared/ids.ts'
import { adRequests } from '../../ad-requests/schema.ts'
import type { Phase } from '../campaign.ts'
import { campaigns } from '../schema.ts'

export type OwnCampaign = Awaited<ReturnType<typeof selectOwn>>[number]

export interface OwnList {
  readonly page: Page<OwnCampaign>
  /** How many there are that hold the words, in each phase and in all. */
  readonly counts: Readonly<Record<Phase | 'all', number>>
}

/** What a sponsor looks for among its own. */
export interface OwnQuery {
  /** In the campaign's name. */
  readonly words: string
  readonly phase: Phase | null
  readonly after: readonly number[] | null
}

/** A page of a sponsor's campaigns, newest first, with the counts of all: one round trip. */
export async function findOwnList(
  db: Database,
  sponsor: UserId,
  query: OwnQuery,
  now: number,
): Promise<OwnList> {
  const [rows, [counts]] = await db.read([
    selectOwn(db, sponsor, query, now),
    countOwn(db, sponsor, query, now),
  ])
  return {
    page: cutPage(rows, PAGE_SIZE, ({ id }) => [id]),
    counts: counts ?? { all: 0, draft: 0, active: 0, ended: 0, paused: 0, completed: 0 },
  }
}

/** The query of a sponsor's list. */
export function selectOwn(
  db: Database,
  sponsor: UserId,
  { words, phase, after }: Omit<OwnQuery, 'phase'> & { readonly phase: Phase | 'not_over' | null },
  now: number,
) {
  return db.orm
    .select(ownColumns)
    .from(campaigns)
    .where(
      and(
        eq(campaigns.sponsorId, sponsor),
        named(words),
        phase ? inPhase(phase, now) : undefined,
        after ? sql`${campaigns.id} < ${after[0]}` : undefined,
      ),
    )
    .orderBy(desc(campaigns.id))
    .limit(PAGE_SIZE + 1)
}

function named(words: string): SQL | undefined {
  return words ? containsAllWords(sql`${campaigns.name}`, caseVariants(words)) : undefined
}

function countRequests(condition: SQL): SQL<number> {
  return sql<number>`(select count(*) from ${adRequests} where campaign_id = ${sql`${campaigns.id}`} and ${condition})`
}

function inPhase(phase: Phase | 'not_over', now: number): SQL | undefined {
  switch (phase) {
    case 'not_over':
      return neLiteral(campaigns.state, 'completed')
    case 'active':
      return and(eqLiteral(campaigns.state, 'active'), gt(campaigns.endsAt, now))
    case 'ended':
      return and(eqLiteral(campaigns.state, 'active'), lte(campaigns.endsAt, now))
    default:
      return eqLiteral(campaigns.state, phase)
  }
}

const ownColumns = {
  id: campaigns.id,
  name: campaigns.name,
  brief: campaigns.brief,
  category: campaigns.category,
  niche: campaigns.niche,
  platforms: campaigns.platforms,
  deliverables: campaigns.wantedDeliverables,
  startDate: campaigns.startDate,
  endDate: campaigns.endDate,
  endsAt: campaigns.endsAt,
  budget: campaigns.budget,
  committed: campaigns.committed,
  visibility: campaigns.visibility,
  state: campaigns.state,
  flaggedAt: campaigns.flaggedAt,
  requests: countRequests(sql`1`),
  agreed: countRequests(sql`state = 'accepted'`),
}

// Sums over one walk along the sponsor's rows; grouping them would sort.
function countOwn(db: Database, sponsor: UserId, { words }: OwnQuery, now: number) {
  const { state, endsAt } = campaigns
  const counted = (condition: SQL) => sql<number>`coalesce(sum(${condition}), 0)`
  return db.orm
    .select({
      all: sql<number>`count(*)`,
      draft: counted(sql`${state} = 'draft'`),
      active: counted(sql`${state} = 'active' and ${endsAt} > ${now}`),
      ended: counted(sql`${state} = 'active' and ${endsAt} <= ${now}`),
      paused: counted(sql`${state} = 'paused'`),
      completed: counted(sql`${state} = 'completed'`),
    })
    .from(campaigns)
    .where(and(eq(campaigns.sponsorId, sponsor), named(words)))
}
