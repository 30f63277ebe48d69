import { Hono } from 'hono'
import * as z from 'zod'
import { queryField } from '../../../platform/forms/query-field.ts'
import type { AppEnv } from '../../../platform/http/context.ts'
import { afterParam } from '../../../platform/http/paging.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import { OwnList, OwnListPage } from './list-page.tsx'
import { findOwnList } from './queries.ts'

export const ownCampaigns = new Hono<AppEnv>()

const phases = ['draft', 'active', 'ended', 'paused', 'completed'] as const

const listQuery = z.object({
  words: queryField,
  state: z.enum(phases).nullable().catch(null).default(null),
  after: afterParam(1),
})

// A sponsor's own list. To everybody else the same address shows what is open to all: see `src/search`.
ownCampaigns.get(routes.campaigns.index.pattern, query(listQuery), async (c, next) => {
  const { viewer, db, now } = c.var
  if (viewer?.role !== 'sponsor') return next()

  const { words, state: phase, after } = c.req.valid('query')
  const query = { words, phase, after }
  const list = await findOwnList(db, viewer.id, query, now)
  return renderPage(c, {
    title: 'Campaigns',
    page: <OwnListPage list={list} query={query} />,
    fragment: <OwnList list={list} query={query} />,
  })
})
