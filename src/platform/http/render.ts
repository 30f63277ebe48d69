import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppContext } from './context.ts'
import type { About } from './page-meta.ts'

export interface View {
  /** The page's title, without the product's name. */
  readonly title: string
  readonly page: Child
  /** What stands for the page when htmx asks for a part of it. */
  readonly region?: Child
  /** For a page that search engines may find; see `About`. */
  readonly about?: About | undefined
  readonly status?: ContentfulStatusCode
}

/**
 * Answers with a whole page, or with its title and region where htmx asks for a part. This is the one place
 * where that is decided; `app.tsx` says what stands around a whole page.
 */
export function view(
  c: AppContext,
  { title, page, region, about, status = 200 }: View,
): Response | Promise<Response> {
  c.status(status)
  c.header('Vary', 'HX-Request-Type')
  if (!wantsRegion(c)) return c.var.answer(page, title, 'page', about)
  if (region !== undefined) return c.var.answer(region, title, 'region')

  // A page that has no such part, like an error's: in place of everything, not inside a table.
  c.header('HX-Retarget', 'body')
  c.header('HX-Reswap', 'innerHTML')
  return c.var.answer(page, title, 'page')
}

export function wantsRegion(c: AppContext): boolean {
  return c.req.header('HX-Request-Type') === 'partial'
}
