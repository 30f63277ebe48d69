import { zValidator } from '@hono/zod-validator'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext, AppEnv, Viewer } from '../http/context.ts'
import { afterParam } from '../http/paging.ts'
import { view } from '../http/view.ts'
import { routes } from '../routes.ts'
import { categoryKeys } from '../shared/taxonomy.ts'
import { Catalogue, CataloguePage } from './catalogue.tsx'
import { findCatalogue, findOwnList } from './list-store.ts'
import { OwnList, OwnListPage } from './own-list.tsx'

export const campaignLists = new Hono<AppEnv>()

const phases = ['draft', 'active', 'ended', 'paused', 'completed'] as const

const listQuery = z.object({
  state: z.enum(phases).nullable().catch(null).default(null),
  category: z.enum(categoryKeys).nullable().catch(null).default(null),
  after: z.string().optional().catch(undefined),
})

type ListQuery = z.output<typeof listQuery>

campaignLists.get(routes.campaigns.index.pattern, zValidator('query', listQuery), (c) => {
  const { viewer } = c.var
  const query = c.req.valid('query')
  return viewer?.role === 'sponsor' ? showOwn(c, viewer, query) : showCatalogue(c, query)
})

async function showOwn(c: AppContext, viewer: Viewer, { state: phase, after: text }: ListQuery) {
  const after = afterParam(1).parse(text)
  const list = await findOwnList(c.var.db, viewer.id, { phase, after }, c.var.now)
  const props = { list, phase, isFirst: after === null }
  return view(c, {
    title: 'Campaigns',
    page: <OwnListPage {...props} />,
    region: <OwnList {...props} />,
  })
}

async function showCatalogue(c: AppContext, { category, after: text }: ListQuery) {
  const after = afterParam(2).parse(text)
  const page = await findCatalogue(c.var.db, { category, after }, c.var.now)
  const props = { page, category, isFirst: after === null }
  return view(c, {
    title: 'Campaigns',
    page: <CataloguePage {...props} />,
    region: <Catalogue {...props} />,
  })
}
