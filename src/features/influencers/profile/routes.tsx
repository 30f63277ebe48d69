import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { idParam } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { findInfluencer } from '../queries.ts'
import { aboutInfluencer } from '../summary.ts'
import { InfluencerPage } from './profile-page.tsx'

export const influencers = new Hono<AppEnv>()

influencers.get(routes.influencers.show.pattern, async (c) => {
  const { db, viewer, env } = c.var
  const influencer = await findInfluencer(db, viewer, idParam<UserId>(c, 'influencerId'))
  if (!influencer) throw notFound()

  const path = routes.influencers.show.href({ influencerId: influencer.id })
  const address = new URL(path, env.PUBLIC_URL).href
  return renderPage(c, {
    title: influencer.name,
    page: <InfluencerPage influencer={influencer} viewer={viewer} address={address} />,
    meta: aboutInfluencer(influencer),
  })
})
