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
import { AdRequestList, AdRequestListPage } from './list-page.tsx'
import { listAdRequests } from './queries.ts'
import { listings } from './scan.ts'

export const adRequestList = new Hono<AppEnv>()

const listQuery = z.object({
  words: queryField,
  listing: z.enum(listings).nullable().catch(null).default(null),
  campaignId: optionalId<CampaignId>(),
  after: afterParam(2),
})

adRequestList.get(routes.adRequests.index.pattern, query(listQuery), async (c) => {
  const { words, listing, campaignId, after } = c.req.valid('query')
  const viewer = viewerOf(c)
  const fallback = viewer.role === 'admin' || campaignId ? 'all' : 'mine'
  const listed = {
    words: viewer.role === 'admin' ? '' : words,
    listing: listing ?? fallback,
    campaignId,
    after,
  }
  const found = await listAdRequests(c.var.db, viewer, listed, c.var.now)
  const list = <AdRequestList viewer={viewer} query={listed} page={found} />
  const page = (
    <AdRequestListPage viewer={viewer} query={listed}>
      {list}
    </AdRequestListPage>
  )
  return renderPage(c, { title: 'Requests', page, fragment: list })
})
