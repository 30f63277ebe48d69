import { createMiddleware } from 'hono/factory'
import type { AppContext, AppEnv } from '../../platform/http/context.ts'
import { takeFlash } from '../../platform/http/flash.ts'
import { isolateHtml } from '../../shared/text/isolate-html.ts'
import { ToastFragment } from '../feedback/toast.tsx'
import { type Locale, LocaleContext } from '../values/locale.ts'
import { pageTitle } from './document.tsx'
import { HeaderFragment } from './header.tsx'
import { Layout } from './layout.tsx'
import type { Link } from './link.ts'
import { MetaTags } from './meta-tags.tsx'

/** Sets what `renderPage` puts around a page or a fragment. The footer links to `staticPages`. */
export const renderer = (staticPages: readonly Link[]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    c.setRenderer(async (content, { title, meta, isFragment }) => {
      const flash = takeFlash(c)
      const page = (
        <LocaleContext.Provider value={localeOf(c)}>
          {isFragment ? (
            <>
              <title>{pageTitle(title)}</title>
              {content}
              {hasChanged(c, flash) && c.var.viewer ? (
                <HeaderFragment viewer={c.var.viewer} path={openPath(c)} />
              ) : null}
              {flash ? <ToastFragment tone="success">{flash}</ToastFragment> : null}
            </>
          ) : (
            <Layout
              title={title}
              viewer={c.var.viewer}
              path={c.req.path}
              flash={flash}
              staticPages={staticPages}
              head={<MetaTags title={title} meta={meta} publicUrl={c.var.env.PUBLIC_URL} />}
            >
              {content}
            </Layout>
          )}
        </LocaleContext.Provider>
      )
      // Views that look something up are promises of their HTML.
      return c.html(isolateHtml(await page.toString()))
    })
    await next()
  })

// A redirect after a change ends in a GET with a flash text.
function hasChanged(c: AppContext, flash: string | null): boolean {
  return c.req.method !== 'GET' || flash !== null
}

/** The path of the page that is open in the browser. htmx sends its URL. */
function openPath(c: AppContext): string {
  return URL.parse(c.req.header('HX-Current-URL') ?? '')?.pathname ?? c.req.path
}

function localeOf(c: AppContext): Locale {
  const { env, viewer, now } = c.var
  return { now, timeZone: viewer?.timeZone ?? 'UTC', currency: env.CURRENCY, locale: 'en-US' }
}
