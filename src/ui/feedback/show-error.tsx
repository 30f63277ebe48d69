import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status'
import type { AppContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import { ErrorPage } from './error-page.tsx'

/** The error page for a status: what happened, what was kept, where to go. */
export function showError(c: AppContext, status: StatusCode, message = '') {
  const { title, text } = words[status] ?? unexpected
  const home = c.var.viewer ? routes.home.href() : routes.landing.href()
  const page = (
    <ErrorPage
      title={title}
      explain={message || text}
      status={status}
      next={[{ label: c.var.viewer ? 'Go to your home page' : 'Go to the first page', href: home }]}
      requestId={status === 500 ? c.var.requestId : undefined}
    />
  )
  return renderPage(c, { title, page, status: status as ContentfulStatusCode })
}

const unexpected = {
  title: 'Something went wrong',
  text: 'It is our fault, not yours, and nothing was changed. Try again in a moment.',
}

const words: Partial<Record<StatusCode, { title: string; text: string }>> = {
  400: {
    title: 'That could not be read',
    text: 'Your browser sent something that Parley does not understand.',
  },
  403: { title: 'Not allowed', text: 'You may see this, but not do that here.' },
  404: { title: 'Not found', text: 'There is nothing at this address, or nothing that you may see.' },
  409: {
    title: 'Changed meanwhile',
    text: 'Somebody changed this before you. Look at it again, then decide.',
  },
  413: { title: 'Too much at once', text: 'That was larger than Parley takes. Nothing was saved.' },
}
