import { Hono } from 'hono'
import * as z from 'zod'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import { staticPages } from '../pages/static-pages.tsx'
import { findMaxIds, listPublic } from './queries.ts'
import { robotsText } from './robots.ts'
import { type Kind, parsePart, partNames, sitemapIndexXml, sitemapXml } from './sitemap.ts'

/** Files for search engines. They are the same for everyone, so the app mounts them before it loads the viewer. */
export const sitemapRoutes = new Hono<AppEnv>()

sitemapRoutes.get(routes.robots.pattern, (c) =>
  sendFile(c, 'text/plain', robotsText(fullUrl(c, routes.sitemap.index.href()))),
)

sitemapRoutes.get(routes.sitemap.index.pattern, async (c) => {
  const names = partNames(await findMaxIds(c.var.db))
  const urls = names.map((part) => fullUrl(c, routes.sitemap.part.href({ part })))
  return sendFile(c, 'application/xml', sitemapIndexXml(urls))
})

sitemapRoutes.get(routes.sitemap.part.pattern, params({ part: z.string() }), async (c) => {
  const part = parsePart(c.req.valid('param').part)
  if (!part) throw notFound()
  if (part.kind === 'pages') {
    const entries = pages.map((page) => ({ url: fullUrl(c, page.href()) }))
    return sendFile(c, 'application/xml', sitemapXml(entries))
  }
  const pathOf = paths[part.kind]
  const rows = await listPublic(c.var.db, part.kind, part)
  const entries = rows.map(({ id, ...row }) => ({ url: fullUrl(c, pathOf(id)), ...row }))
  return sendFile(c, 'application/xml', sitemapXml(entries))
})

const pages = [
  routes.landing,
  ...staticPages.filter(({ isInSitemap }) => isInSitemap).map(({ route }) => route),
  routes.campaigns.index,
  routes.influencers.index,
]

const paths: Readonly<Record<Kind, (id: number) => string>> = {
  influencers: (influencerId) => routes.influencers.show.href({ influencerId }),
  campaigns: (campaignId) => routes.campaigns.show.href({ campaignId }),
}

function fullUrl(c: AppContext, path: string): string {
  return new URL(c.var.env.PUBLIC_URL).origin + path
}

function sendFile(c: AppContext, type: 'text/plain' | 'application/xml', text: string): Response {
  c.header('Content-Type', `${type}; charset=utf-8`)
  c.header('Cache-Control', 'public, max-age=3600')
  return c.body(text)
}
