import { Hono } from 'hono'
import * as z from 'zod'
import { queryField } from '../../../platform/forms/query-field.ts'
import type { AppEnv } from '../../../platform/http/context.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { afterParam } from '../../../platform/http/paging.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { optionalId, query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { dayRange } from './day-range.ts'
import { AdRequestList, AdRequestListPage } from './list-page.tsx'
import { listings } from './listings.ts'
import { listAdRequests } from './queries.ts'

export const listRoutes = new Hono<AppEnv>()

const listQuery = z.object({
  query: queryField,
  listing: z.enum(listings).nullable().catch(null).default(null),
  campaignId: optionalId<CampaignId>(),
  ...dayRange,
  after: afterParam(2),
})

listRoutes.get(routes.adRequests.index.pattern, query(listQuery), async (c) => {
  const viewer = viewerOf(c)
  const { query, listing, campaignId, from, until, after } = c.req.valid('query')
  // Admins have a list of all requests.
  if (viewer.role === 'admin') return c.redirect(routes.admin.adRequests.href({ campaign: campaignId }), 303)

  const filters = { query, listing: listing ?? (campaignId ? 'all' : 'mine'), campaignId, from, until, after }
  const page = await listAdRequests(c.var.db, viewer, filters, c.var.now)
  const props = { viewer, filters, page }
  return renderPage(c, {
    title: 'Requests',
    page: <AdRequestListPage {...props} />,
    fragment: <AdRequestList {...props} />,
  })
})
