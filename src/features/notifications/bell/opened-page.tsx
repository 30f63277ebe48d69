import { createMiddleware } from 'hono/factory'
import { type AppContext, type AppEnv, afterResponse } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { Actions, ButtonLink } from '../../../ui/forms/form.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { findNotificationAbout } from '../queries.ts'
import { markReadAbout } from './commands.ts'

/** Marks the notifications about a page as read when the page has been opened, whichever way led there. */
export const markReadWhenOpened = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (!c.get('opensNotification') || c.req.method !== 'GET' || isPrefetch(c)) return
  const { viewer, db, now } = c.var
  if (viewer && (c.res.status === 200 || c.res.status === 404))
    afterResponse(c, markReadAbout(db, viewer.id, c.req.path, now))
})

/** The page for a 404 to which a notification led: what it was about is gone. Null if there was no such notification. */
export async function showGone(c: AppContext): Promise<Response | null> {
  const { viewer, db } = c.var
  if (!viewer || c.req.method !== 'GET') return null
  const title = await findNotificationAbout(db, viewer.id, c.req.path)
  return title === undefined
    ? null
    : renderPage(c, { title: 'No longer available', page: <GonePage title={title} />, status: 404 })
}

const GonePage = ({ title }: { title: string }) => (
  <>
    <PageHeader title="No longer available" subtitle={`Your notification said: ${title}`} />
    <p class="prose">
      What it was about has been deleted, or you don't have access to it anymore. You don't need to do
      anything.
    </p>
    <Actions>
      <ButtonLink href={routes.notifications.index.href()}>Notifications</ButtonLink>
      <ButtonLink href={routes.home.href()} tone="quiet">
        Go to the home page
      </ButtonLink>
    </Actions>
  </>
)

// A browser may load a page before it is opened, if ever.
function isPrefetch(c: AppContext): boolean {
  return c.req.header('Sec-Purpose')?.includes('prefetch') ?? false
}
