import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/errors.ts'
import { flashTexts } from '../../platform/http/flash.ts'
import { signedIn, viewerOf } from '../../platform/http/guards.ts'
import { localPath } from '../../platform/http/next-path.ts'
import { afterParam } from '../../platform/http/paging.ts'
import { idParam } from '../../platform/http/params.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import type { NotificationId } from '../../shared/ids.ts'
import { NotificationList, NotificationsPage } from './notifications-page.tsx'
import { listNotifications, markAllRead, markRead } from './queries.ts'

const redirectWith = flashTexts({
  notifications_read: 'All read.',
})

export const notificationRoutes = new Hono<AppEnv>()
notificationRoutes.use('/notifications/*', signedIn)

notificationRoutes.get(routes.notifications.index.pattern, async (c) => {
  const viewer = viewerOf(c)
  const after = afterParam(1).parse(c.req.query('after') ?? null)
  const page = await listNotifications(c.var.db, viewer.id, after?.[0])
  const props = { page, isFirst: after === null, unread: viewer.unreadNotifications }
  return renderPage(c, {
    title: 'Notifications',
    page: <NotificationsPage {...props} />,
    fragment: <NotificationList {...props} />,
  })
})

notificationRoutes.post(routes.notifications.read.pattern, async (c) => {
  const id = idParam<NotificationId>(c, 'notificationId')
  const path = await markRead(c.var.db, viewerOf(c).id, id, c.var.now)
  if (path === null) throw notFound()
  return c.redirect(localPath(path) ?? routes.notifications.index.href(), 303)
})

notificationRoutes.post(routes.notifications.readAll.pattern, async (c) => {
  await markAllRead(c.var.db, viewerOf(c).id, c.var.now)
  return redirectWith(c, 'notifications_read', routes.notifications.index.href())
})
