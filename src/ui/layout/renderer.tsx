import { createMiddleware } from 'hono/factory'
import type { Env } from '../../env.ts'
import { FormTokens } from '../../platform/forms/form-token.ts'
import type { AppContext, AppEnv, Viewer } from '../../platform/http/context.ts'
import { type Flash, takeFlash } from '../../platform/http/flash.ts'
import { isolateHtml } from '../../shared/text/isolate-html.ts'
import { ToastFragment } from '../feedback/toast.tsx'
import { TokenContext, type TokenSource } from '../forms/form-tokens.ts'
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
      const viewer = c.get('viewer')
      const env = c.get('env')
      const locale: Locale = {
        now: c.get('now'),
        timeZone: viewer?.timeZone ?? 'UTC',
        currency: env.CURRENCY,
        locale: 'en-US',
      }
      const page = (
        <LocaleContext.Provider value={locale}>
          <TokenContext.Provider value={tokensOf(env, viewer)}>
            {isFragment ? (
              <>
                <title>{pageTitle(title)}</title>
                {content}
                {hasChanged(c, flash) && viewer ? (
                  <HeaderFragment viewer={viewer} path={openPath(c)} />
                ) : null}
                {flash ? <ToastFragment tone={flash.tone}>{flash.text}</ToastFragment> : null}
              </>
            ) : (
              <Layout
                title={title}
                viewer={viewer}
                path={c.req.path}
                flash={flash}
                staticPages={staticPages}
                head={<MetaTags title={title} meta={meta} publicUrl={env.PUBLIC_URL} />}
              >
                {content}
              </Layout>
            )}
          </TokenContext.Provider>
        </LocaleContext.Provider>
      )
      // Views that look something up are promises of their HTML.
      return c.html(isolateHtml(await page.toString()))
    })
    await next()
  })

// A redirect after a change ends in a GET with a flash text.
function hasChanged(c: AppContext, flash: Flash | null): boolean {
  return c.req.method !== 'GET' || flash !== null
}

/** The path of the page that is open in the browser. htmx sends its URL. */
function openPath(c: AppContext): string {
  return URL.parse(c.req.header('HX-Current-URL') ?? '')?.pathname ?? c.req.path
}

function tokensOf(env: Env, viewer: Viewer | null): TokenSource {
  let tokens: FormTokens | null = null
  return {
    next(isForVisitors) {
      if (viewer === null && !isForVisitors) return null
      tokens ??= new FormTokens(env, viewer?.id ?? null)
      return tokens.next()
    },
  }
}
