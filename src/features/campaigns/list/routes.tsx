import { Hono } from 'hono'
import * as z from 'zod'
import { queryField } from '../../../platform/forms/query-field.ts'
import type { AppEnv } from '../../../platform/http/context.ts'
import { afterParam } from '../../../platform/http/paging.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import { phases } from '../campaign.ts'
import { OwnCampaignList, OwnCampaignsPage } from './list-page.tsx'
import { findOwnCampaigns } from './queries.ts'

export const listRoutes = new Hono<AppEnv>()

const listQuery = z.object({
  query: queryField,
  state: z.enum(phases).nullable().catch(null).default(null),
  after: afterParam(1),
})

// For everybody but approved sponsors, the same URL shows the catalog (discovery/campaigns).
listRoutes.get(routes.campaigns.index.pattern, query(listQuery), async (c, next) => {
  const { viewer, db, now } = c.var
  if (viewer?.role !== 'sponsor' || viewer.status !== 'active') return next()

  const { query, state: phase, after } = c.req.valid('query')
  const filters = { query, phase, after }
  const list = await findOwnCampaigns(db, viewer.id, filters, now)
  return renderPage(c, {
    title: 'Campaigns',
    page: <OwnCampaignsPage list={list} filters={filters} />,
    fragment: <OwnCampaignList list={list} filters={filters} />,
  })
})
