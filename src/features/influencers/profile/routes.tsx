import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { findInfluencer } from '../queries.ts'
import { influencerMeta } from '../summary.ts'
import { InfluencerPage } from './profile-page.tsx'

export const influencerProfile = new Hono<AppEnv>()

influencerProfile.get(routes.influencers.show.pattern, params({ influencerId: id<UserId>() }), async (c) => {
  const { db, viewer, env } = c.var
  const { influencerId } = c.req.valid('param')
  const influencer = await findInfluencer(db, viewer, influencerId)
  if (!influencer) throw notFound()

  const address = new URL(routes.influencers.show.href({ influencerId }), env.PUBLIC_URL).href
  return renderPage(c, {
    title: influencer.name,
    page: <InfluencerPage influencer={influencer} viewer={viewer} address={address} />,
    meta: influencerMeta(influencer),
  })
})
