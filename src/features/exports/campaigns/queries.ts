import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { ownCampaigns } from '../../campaigns/list/conditions.ts'
import { countRequests } from '../../campaigns/list/queries.ts'
import type { OwnCampaignSearch } from '../../campaigns/list/search.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { Cursor } from '../csv-file.ts'
import type { ExportContext } from '../export-context.ts'

export type ExportedCampaign = Awaited<ReturnType<typeof selectCampaignPage>>[number]

/** The rows of one page, newest first. One more than `size` if there are more. Admins have no filters. */
export function selectCampaignPage(
  db: Database,
  { id, role }: ExportContext['owner'],
  { search, after }: { search: OwnCampaignSearch; after: Cursor | null },
  now: number,
  size: number,
) {
  return db.orm
    .select({
      id: campaigns.id,
      name: campaigns.name,
      state: campaigns.state,
      visibility: campaigns.visibility,
      flaggedAt: campaigns.flaggedAt,
      category: campaigns.category,
      niche: campaigns.niche,
      platforms: campaigns.platforms,
      wantedDeliverables: campaigns.wantedDeliverables,
      startDate: campaigns.startDate,
      endDate: campaigns.endDate,
      startsAt: campaigns.startsAt,
      endsAt: campaigns.endsAt,
      timeZone: campaigns.timeZone,
      budget: campaigns.budget,
      committed: campaigns.committed,
      paid: campaigns.paid,
      requests: countRequests(sql`1`),
      open: countRequests(sql`state = 'pending' and closes_at > ${now}`),
      agreed: countRequests(sql`state = 'accepted'`),
      sponsorId: campaigns.sponsorId,
      sponsorName: sponsors.companyName,
      createdAt: campaigns.createdAt,
      publishedAt: campaigns.publishedAt,
    })
    .from(campaigns)
    .innerJoin(sponsors, eq(sponsors.userId, campaigns.sponsorId))
    .where(and(role === 'admin' ? undefined : ownCampaigns(id, search, now), beforeId(after)))
    .orderBy(desc(campaigns.id))
    .limit(size + 1)
}

function beforeId(after: Cursor | null): SQL | undefined {
  return after ? sql`${campaigns.id} < ${after[0]}` : undefined
}
