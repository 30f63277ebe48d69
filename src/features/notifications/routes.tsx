import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/errors.ts'
import { redirectWith } from '../../platform/http/flash.ts'
import { viewerOf } from '../../platform/http/guards.ts'
import { ownPath } from '../../platform/http/next-path.ts'
import { afterParam } from '../../platform/http/paging.ts'
import { idParam } from '../../platform/http/params.ts'
import { view } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import type { NoticeId } from '../../shared/ids.ts'
import { NoticeList, NoticesPage } from './notifications-page.tsx'
import { listNotices, readAllNotices, readNotice } from './queries.ts'

export const notices = new Hono<AppEnv>()

notices.get(routes.notices.index.pattern, async (c) => {
  const viewer = viewerOf(c)
  const after = afterParam(1).parse(c.req.query('after') ?? null)
  const page = await listNotices(c.var.db, viewer.id, after?.[0])
  const props = { page, isFirst: after === null, unread: viewer.unreadNotices }
  return view(c, { title: 'Notices', page: <NoticesPage {...props} />, region: <NoticeList {...props} /> })
})

notices.post(routes.notices.read.pattern, async (c) => {
  const id = idParam<NoticeId>(c, 'noticeId')
  const path = await readNotice(c.var.db, viewerOf(c).id, id, c.var.now)
  if (path === null) throw notFound()
  return c.redirect(ownPath(path) ?? routes.notices.index.href(), 303)
})

notices.post(routes.notices.readAll.pattern, async (c) => {
  await readAllNotices(c.var.db, viewerOf(c).id, c.var.now)
  return redirectWith(c, 'notices_read', routes.notices.index.href())
})
