import { Hono } from 'hono'
import type { AppEnv } from '../http/context.ts'
import { notFound } from '../http/errors.ts'
import { idParam } from '../http/params.ts'
import { view } from '../http/view.ts'
import { routes } from '../routes.ts'
import type { UserId } from '../shared/ids.ts'
import { InfluencerPage } from './influencer-page.tsx'
import { findInfluencer } from './influencer-store.ts'
import { aboutInfluencer } from './influencer-summary.ts'

export const influencers = new Hono<AppEnv>()

influencers.get(routes.influencers.show.pattern, async (c) => {
  const { db, viewer, env } = c.var
  const influencer = await findInfluencer(db, viewer, idParam<UserId>(c, 'influencerId'))
  if (!influencer) throw notFound()

  const path = routes.influencers.show.href({ influencerId: influencer.id })
  const address = new URL(path, env.PUBLIC_URL).href
  return view(c, {
    title: influencer.name,
    page: <InfluencerPage influencer={influencer} viewer={viewer} address={address} />,
    about: aboutInfluencer(influencer),
  })
})
