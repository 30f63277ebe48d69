import { Hono } from 'hono'
import type { AppEnv } from '../http/context.ts'
import { notFound } from '../http/errors.ts'
import { redirectWith } from '../http/flash.ts'
import { viewerOf } from '../http/guards.ts'
import { ownPath } from '../http/next-path.ts'
import { afterParam } from '../http/paging.ts'
import { idParam } from '../http/params.ts'
import { view } from '../http/view.ts'
import { routes } from '../routes.ts'
import type { NoticeId } from '../shared/ids.ts'
import { NoticeList, NoticesPage } from './notices-page.tsx'
import { listNotices, readAllNotices, readNotice } from './store.ts'

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
