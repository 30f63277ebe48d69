import type { Handler, MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { routes } from '../../routes.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { AppContext, AppEnv, Viewer } from './context.ts'
import { forbidden, notFound } from './errors.ts'
import { localPath } from './next-path.ts'
import { wantsFragment } from './render.ts'

/** Lets in only people who are signed in. Others sign in first and then land on the page they wanted. */
export const signedIn = permitted(() => true)

/** Lets in only these roles. For anybody else who is signed in it is a 404. */
export function roles(...allowed: readonly Viewer['role'][]): MiddlewareHandler<AppEnv> {
  return permitted(({ role }) => allowed.includes(role))
}

/** Lets in only people who pass a check from a `policy.ts`. For anybody else who is signed in it is a 404. */
export function permitted(isAllowed: (viewer: Viewer) => boolean): MiddlewareHandler<AppEnv> {
  return createMiddleware<AppEnv>(async (c, next) => {
    const viewer = c.get('viewer')
    if (!viewer) return toSignIn(c)
    if (c.get('waitsForApproval')) return goTo(c, routes.waiting.show.href())
    if (!isAllowed(viewer)) throw notFound()
    await next()
  })
}

/**
 * Sponsors who are not approved see what a visitor sees, and may use the open paths. The guards of everything else send
 * them to their waiting page.
 */
export function approved(isOpen: (path: string) => boolean): MiddlewareHandler<AppEnv> {
  return createMiddleware<AppEnv>(async (c, next) => {
    const viewer = c.get('viewer')
    if (!viewer || !needsApproval(viewer) || isOpen(c.req.path)) return next()
    if (c.req.method !== 'GET') throw forbidden('Your account is not approved yet.')
    c.set('waitsForApproval', true)
    return next()
  })
}

function needsApproval({ status }: Viewer): boolean {
  return status === 'pending' || status === 'rejected'
}

/** Sends people whose account is going to be deleted to the page where they can keep it, except from open paths. */
export function notDeleting(isOpen: (path: string) => boolean): MiddlewareHandler<AppEnv> {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.get('viewer')?.status !== 'deleting' || isOpen(c.req.path)) return next()
    if (c.req.method !== 'GET')
      throw forbidden('Your account is going to be deleted. Keep it to use it again.')
    return goTo(c, routes.settings.data.show.href())
  })
}

/** A handler for one role at a URL that several roles share. Other roles get the next handler of that URL. */
export function onlyFor(
  role: Viewer['role'],
  handler: (c: AppContext) => Response | Promise<Response>,
): Handler<AppEnv> {
  return (c, next) => (viewerOf(c).role === role ? handler(c) : next())
}

/** The viewer of a route that has one of these guards. */
export function viewerOf(c: AppContext): Viewer {
  const viewer = c.get('viewer')
  if (!viewer) throw new Error(`${c.req.path} has no guard.`)
  return viewer
}

/** The context for commands that the viewer runs now. */
export function actionContextOf(c: AppContext): ActionContext {
  const { now, env, requestId } = c.var
  return { actor: viewerOf(c).id, now, currency: env.CURRENCY, requestId }
}

function toSignIn(c: AppContext) {
  return goTo(c, routes.signIn.href({ next: c.req.method === 'GET' ? ownPath(c) : referringPage(c) }))
}

/** Leads to another page (303). htmx would put it into a fragment, so it is told to load the whole page. */
export function goTo(c: AppContext, href: string) {
  if (!wantsFragment(c)) return c.redirect(href, 303)
  c.header('HX-Redirect', href)
  return c.body(null, 204)
}

/** Null if it is too long to come back to. A browser or a proxy may refuse so long a redirect. */
function ownPath(c: AppContext): string | null {
  const { pathname, search } = new URL(c.req.url)
  return localPath(pathname + search)
}

function referringPage(c: AppContext): string | null {
  const referrer = URL.parse(c.req.header('Referer') ?? '')
  return referrer && referrer.origin === new URL(c.req.url).origin
    ? localPath(referrer.pathname + referrer.search)
    : null
}
