import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppContext } from './context.ts'
import { flashNow } from './flash.ts'
import type { PageMeta } from './page-meta.ts'

declare module 'hono' {
  /** The type of `c.render`, which `ui/layout/renderer.tsx` sets. */
  interface ContextRenderer {
    // biome-ignore lint/style/useShorthandFunctionType: only an interface merges with Hono's own.
    (content: Child, options: RenderOptions): Response | Promise<Response>
  }
}

interface RenderOptions {
  readonly title: string
  readonly meta?: PageMeta | undefined
  /** Whether htmx puts the content into a page that is open already. */
  readonly isFragment: boolean
}

export interface PageView {
  /** The page's title, without the product's name. */
  readonly title: string
  readonly page: Child
  /** The fragment to send for htmx requests. */
  readonly fragment?: Child
  /** Only for pages that search engines may index. */
  readonly meta?: PageMeta | undefined
  readonly status?: ContentfulStatusCode
}

/** Responds with a full page, or with the fragment to an htmx request. Only this function decides which. */
export function renderPage(
  c: AppContext,
  { title, page, fragment, meta, status = 200 }: PageView,
): Response | Promise<Response> {
  c.status(status)
  c.header('Vary', 'HX-Request-Type')
  if (!wantsFragment(c)) return c.render(page, { title, meta, isFragment: false })
  if (fragment !== undefined) return c.render(fragment, { title, isFragment: true })

  // A page without a fragment, like an error page, replaces the whole body.
  c.header('HX-Retarget', 'body')
  c.header('HX-Reswap', 'innerHTML')
  return c.render(page, { title, isFragment: false })
}

interface ChangeView {
  readonly title: string
  /** What has changed on the page that is open. */
  readonly fragment: Child
  /** What was done, for htmx. */
  readonly flash: string
  /** Redirects a plain form to the page, with the same flash text. */
  readonly redirect: () => Response
}

/** Responds to a change that worked: with what has changed to htmx, and with a redirect to a plain form. */
export function renderChange(
  c: AppContext,
  { title, fragment, flash, redirect }: ChangeView,
): Response | Promise<Response> {
  if (!wantsFragment(c)) return redirect()
  flashNow(c, flash)
  return renderPage(c, { title, page: fragment, fragment })
}

export function wantsFragment(c: AppContext): boolean {
  return c.req.header('HX-Request-Type') === 'partial'
}
