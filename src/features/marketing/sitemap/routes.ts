import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { routes } from '../../../routes.ts'
import { readGreatestIds, readVisible } from './queries.ts'
import { robotsText } from './robots.ts'
import { type Kind, parsePart, partNames, sitemapIndexXml, sitemapXml } from './sitemap.ts'

/** What search engines ask for. The same for everybody, so it stands before anybody is looked up. */
export const sitemap = new Hono<AppEnv>()

sitemap.get(routes.robots.pattern, (c) =>
  publicly(c, 'text/plain', robotsText(addressOf(c, routes.sitemap.index.href()))),
)

sitemap.get(routes.sitemap.index.pattern, async (c) => {
  const names = partNames(await readGreatestIds(c.var.db))
  const addresses = names.map((part) => addressOf(c, routes.sitemap.part.href({ part })))
  return publicly(c, 'application/xml', sitemapIndexXml(addresses))
})

sitemap.get(routes.sitemap.part.pattern, async (c) => {
  const part = parsePart(c.req.param('part'))
  if (!part) throw notFound()
  if (part.kind === 'pages') {
    const entries = pages.map((page) => ({ address: addressOf(c, page.href()) }))
    return publicly(c, 'application/xml', sitemapXml(entries))
  }
  const { kind } = part
  const visible = await readVisible(c.var.db, kind, part)
  const entries = visible.map(({ id, ...rest }) => ({ address: addressOf(c, pathOf[kind](id)), ...rest }))
  return publicly(c, 'application/xml', sitemapXml(entries))
})

const pages = [routes.landing, routes.about, routes.campaigns.index, routes.influencers.index]

const pathOf: Readonly<Record<Kind, (id: number) => string>> = {
  influencers: (influencerId) => routes.influencers.show.href({ influencerId }),
  campaigns: (campaignId) => routes.campaigns.show.href({ campaignId }),
}

function addressOf(c: AppContext, path: string): string {
  return new URL(c.var.env.PUBLIC_URL).origin + path
}

function publicly(c: AppContext, type: 'text/plain' | 'application/xml', text: string): Response {
  c.header('Content-Type', `${type}; charset=utf-8`)
  c.header('Cache-Control', 'public, max-age=3600')
  return c.body(text)
}
