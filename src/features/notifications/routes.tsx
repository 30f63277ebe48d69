import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/errors.ts'
import { flashTexts } from '../../platform/http/flash.ts'
import { signedIn, viewerOf } from '../../platform/http/guards.ts'
import { localPath } from '../../platform/http/next-path.ts'
import { afterParam } from '../../platform/http/paging.ts'
import { renderPage } from '../../platform/http/render.ts'
import { id, params, query } from '../../platform/http/validate.ts'
import { routes } from '../../routes.ts'
import type { NotificationId } from '../../shared/ids.ts'
import { markAllRead, markRead } from './bell/commands.ts'
import { NotificationList, NotificationsPage } from './bell/notifications-page.tsx'
import { listNotifications } from './queries.ts'

const redirectWith = flashTexts({
  notifications_read: 'All notifications marked as read.',
})

export const notificationRoutes = new Hono<AppEnv>()

// E-mails that were sent earlier and bookmarks still link to the old URL.
notificationRoutes.get(routes.notifications.formerIndex.pattern, (c) => {
  const { search } = new URL(c.req.url)
  return c.redirect(routes.notifications.index.href() + search, 301)
})

notificationRoutes.use('/notifications/*', signedIn)

notificationRoutes.get(
  routes.notifications.index.pattern,
  query(z.object({ after: afterParam(1) })),
  async (c) => {
    const viewer = viewerOf(c)
    const { after } = c.req.valid('query')
    const page = await listNotifications(c.var.db, viewer.id, after?.[0])
    const props = { page, isFirst: after === null, unread: viewer.unreadNotifications }
    return renderPage(c, {
      title: 'Notifications',
      page: <NotificationsPage {...props} />,
      fragment: <NotificationList {...props} />,
    })
  },
)

notificationRoutes.post(
  routes.notifications.read.pattern,
  params({ notificationId: id<NotificationId>() }),
  async (c) => {
    const { notificationId } = c.req.valid('param')
    const path = await markRead(c.var.db, viewerOf(c).id, notificationId, c.var.now)
    if (path === null) throw notFound()
    return c.redirect(localPath(path) ?? routes.notifications.index.href(), 303)
  },
)

notificationRoutes.post(routes.notifications.readAll.pattern, async (c) => {
  await markAllRead(c.var.db, viewerOf(c).id, c.var.now)
  return redirectWith(c, 'notifications_read', routes.notifications.index.href())
})
