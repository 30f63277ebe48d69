import { and, desc, eq, gt, lte, type SQL, sql } from 'drizzle-orm'
import { adRequests } from '../ad-requests/schema.ts'
import { is, isNot } from '../db/constant.ts'
import type { Database } from '../db/database.ts'
import { cutPage, PAGE_SIZE, type Page } from '../http/paging.ts'
import { sponsors, users } from '../people/schema.ts'
import type { UserId } from '../shared/ids.ts'
import type { Category } from '../shared/taxonomy.ts'
import type { Phase } from './campaign.ts'
import { campaigns } from './schema.ts'

export type OwnCampaign = Awaited<ReturnType<typeof selectOwn>>[number]
export type CatalogueCampaign = Awaited<ReturnType<typeof selectCatalogue>>[number]

export interface OwnList {
  readonly page: Page<OwnCampaign>
  /** How many there are, in each phase and in all. */
  readonly counts: Readonly<Record<Phase | 'all', number>>
}

/** A page of a sponsor's campaigns, newest first, with the counts of all: one round trip. */
export async function findOwnList(
  db: Database,
  sponsor: UserId,
  { phase, after }: { phase: Phase | null; after: readonly number[] | null },
  now: number,
): Promise<OwnList> {
  const [rows, [counts]] = await db.read([
    selectOwn(db, sponsor, phase, after, now),
    countOwn(db, sponsor, now),
  ])
  return {
    page: cutPage(rows, PAGE_SIZE, ({ id }) => [id]),
    counts: counts ?? { all: 0, draft: 0, active: 0, ended: 0, paused: 0, completed: 0 },
  }
}

/** A page of what is open to everybody, newest published first: one round trip. */
export async function findCatalogue(
  db: Database,
  { category, after }: { category: Category | null; after: readonly number[] | null },
  now: number,
): Promise<Page<CatalogueCampaign>> {
  const rows = await selectCatalogue(db, category, after, now)
  return cutPage(rows, PAGE_SIZE, ({ publishedAt, id }) => [publishedAt ?? 0, id])
}

/** The query of a sponsor's list. */
export function selectOwn(
  db: Database,
  sponsor: UserId,
  phase: Phase | 'not_over' | null,
  after: readonly number[] | null,
  now: number,
) {
  return db.orm
    .select(ownColumns)
    .from(campaigns)
    .where(
      and(
        eq(campaigns.sponsor_id, sponsor),
        phase ? inPhase(phase, now) : undefined,
        after ? sql`${campaigns.id} < ${after[0]}` : undefined,
      ),
    )
    .orderBy(desc(campaigns.id))
    .limit(PAGE_SIZE + 1)
}

function countRequests(condition: SQL): SQL<number> {
  return sql<number>`(select count(*) from ${adRequests} where campaign_id = ${sql`${campaigns.id}`} and ${condition})`
}

function inPhase(phase: Phase | 'not_over', now: number): SQL | undefined {
  switch (phase) {
    case 'not_over':
      return isNot(campaigns.state, 'completed')
    case 'active':
      return and(is(campaigns.state, 'active'), gt(campaigns.ends_at, now))
    case 'ended':
      return and(is(campaigns.state, 'active'), lte(campaigns.ends_at, now))
    default:
      return is(campaigns.state, phase)
  }
}

const ownColumns = {
  id: campaigns.id,
  name: campaigns.name,
  brief: campaigns.brief,
  category: campaigns.category,
  niche: campaigns.niche,
  platforms: campaigns.platforms,
  deliverables: campaigns.wanted_deliverables,
  startDate: campaigns.start_date,
  endDate: campaigns.end_date,
  endsAt: campaigns.ends_at,
  budget: campaigns.budget,
  committed: campaigns.committed,
  visibility: campaigns.visibility,
  state: campaigns.state,
  flaggedAt: campaigns.flagged_at,
  requests: countRequests(sql`1`),
  agreed: countRequests(sql`state = 'accepted'`),
}

// Sums over one walk along the sponsor's rows; grouping them would sort.
function countOwn(db: Database, sponsor: UserId, now: number) {
  const { state, ends_at } = campaigns
  const counted = (condition: SQL) => sql<number>`coalesce(sum(${condition}), 0)`
  return db.orm
    .select({
      all: sql<number>`count(*)`,
      draft: counted(sql`${state} = 'draft'`),
      active: counted(sql`${state} = 'active' and ${ends_at} > ${now}`),
      ended: counted(sql`${state} = 'active' and ${ends_at} <= ${now}`),
      paused: counted(sql`${state} = 'paused'`),
      completed: counted(sql`${state} = 'completed'`),
    })
    .from(campaigns)
    .where(eq(campaigns.sponsor_id, sponsor))
}

/** The query of the catalogue. */
export function selectCatalogue(
  db: Database,
  category: Category | null,
  after: readonly number[] | null,
  now: number,
) {
  const [publishedAt, id] = after ?? []
  return db.orm
    .select(catalogueColumns)
    .from(campaigns)
    .innerJoin(users, eq(users.id, campaigns.sponsor_id))
    .innerJoin(sponsors, eq(sponsors.user_id, campaigns.sponsor_id))
    .where(
      and(
        isOpenToAll,
        gt(campaigns.ends_at, now),
        is(users.status, 'active'),
        category ? eq(campaigns.category, category) : undefined,
        id ? sql`(${campaigns.published_at}, ${campaigns.id}) < (${publishedAt}, ${id})` : undefined,
      ),
    )
    .orderBy(desc(campaigns.published_at), desc(campaigns.id))
    .limit(PAGE_SIZE + 1)
}

// Written out, since a partial index is only used where its condition stands in the query word for word.
const isOpenToAll = sql`${campaigns.state} = 'active' and ${campaigns.visibility} = 'public'
  and ${campaigns.flagged_at} is null`

const catalogueColumns = {
  id: campaigns.id,
  name: campaigns.name,
  sponsorName: sponsors.company_name,
  category: campaigns.category,
  niche: campaigns.niche,
  platforms: campaigns.platforms,
  deliverables: campaigns.wanted_deliverables,
  budget: campaigns.budget,
  endsAt: campaigns.ends_at,
  publishedAt: campaigns.published_at,
}
