import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppContext } from './context.ts'
import type { PageMeta } from './page-meta.ts'

export interface PageView {
  /** The page's title, without the product's name. */
  readonly title: string
  readonly page: Child
  /** What stands for the page when htmx asks for a part of it. */
  readonly fragment?: Child
  /** For a page that search engines may find; see `About`. */
  readonly meta?: PageMeta | undefined
  readonly status?: ContentfulStatusCode
}

/**
 * Answers with a whole page, or with its title and region where htmx asks for a part. This is the one place
 * where that is decided; `app.tsx` says what stands around a whole page.
 */
export function renderPage(
  c: AppContext,
  { title, page, fragment, meta, status = 200 }: PageView,
): Response | Promise<Response> {
  c.status(status)
  c.header('Vary', 'HX-Request-Type')
  if (!wantsFragment(c)) return c.var.answer(page, title, 'page', meta)
  if (fragment !== undefined) return c.var.answer(fragment, title, 'region')

  // A page that has no such part, like an error's: in place of everything, not inside a table.
  c.header('HX-Retarget', 'body')
  c.header('HX-Reswap', 'innerHTML')
  return c.var.answer(page, title, 'page')
}

export function wantsFragment(c: AppContext): boolean {
  return c.req.header('HX-Request-Type') === 'partial'
}
