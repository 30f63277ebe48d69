import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status'
import { readForm, type SubmittedValues } from '../../platform/forms/form.ts'
import type { AppContext } from '../../platform/http/context.ts'
import { isReadable } from '../../platform/http/middleware/body-limit.ts'
import { isFromOurPages } from '../../platform/http/middleware/security.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import { ErrorPage } from './error-page.tsx'

/** Renders the error page for a status: what happened, where to go, and what was typed into a form that was sent. */
export async function showError(c: AppContext, status: StatusCode, message = '') {
  const { title, text } = texts[status] ?? unexpected
  const home = c.var.viewer ? routes.home.href() : routes.landing.href()
  const page = (
    <ErrorPage
      title={title}
      explain={message || text}
      status={status}
      next={[{ label: 'Go to the home page', href: home }]}
      requestId={status === 500 ? c.var.requestId : undefined}
      supportAddress={c.var.env.SUPPORT_ADDRESS}
      values={await sentValues(c)}
    />
  )
  return renderPage(c, { title, page, status: status as ContentfulStatusCode })
}

/** The form that was sent. Not that of another site: it could make our page say what it wants. */
async function sentValues(c: AppContext): Promise<SubmittedValues> {
  if (c.req.method !== 'POST' || !isFromOurPages(c) || !isReadable(c)) return {}
  // What cannot be read cannot be shown either.
  return readForm(c).catch(() => ({}))
}

/** Whether a page can be rendered. It cannot if the environment is wrong. */
export function canRender(c: AppContext): boolean {
  return c.get('env') !== undefined
}

/** The error page without HTML. */
export function plainError(c: AppContext): string {
  return `${unexpected.title}. ${unexpected.text}\nRequest: ${c.var.requestId}\n`
}

const unexpected = {
  title: 'Something went wrong',
  text: 'This is our fault, not yours, and nothing was changed. Try again in a moment.',
}

const texts: Partial<Record<StatusCode, { title: string; text: string }>> = {
  400: {
    title: 'Bad request',
    text: 'Your browser sent something that Parley could not read.',
  },
  403: { title: 'Not allowed', text: "You can see this page, but you can't do that here." },
  404: { title: 'Not found', text: "There is nothing at this address, or you don't have access to it." },
  409: {
    title: 'Changed by someone else',
    text: 'Someone else changed this before you did. Check the latest version, then try again.',
  },
  413: {
    title: 'Too large',
    text: 'That was larger than Parley accepts, so nothing was saved. Your browser still has what you typed: go back one page.',
  },
}
