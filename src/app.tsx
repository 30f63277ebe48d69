import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { openDatabase } from './db/database.ts'
import { parseEnv } from './env.ts'
import type { AppContext, AppEnv } from './http/context.ts'
import { takeFlash } from './http/flash.ts'
import { approved, roles, signedIn } from './http/guards.ts'
import { noStore, originCheck, securityHeaders } from './http/security.ts'
import { landing } from './landing/handlers.tsx'
import { signIn } from './people/sign-in-handlers.tsx'
import { loadViewer } from './people/viewer-middleware.ts'
import { routes } from './routes.ts'
import { showError } from './ui/show-error.tsx'
import { SiteLayout } from './ui/site-layout.tsx'

/** More than any form of ours can hold. */
const BODY_LIMIT = 256 * 1024

export const app = new Hono<AppEnv>()

app.use(async (c, next) => {
  const env = parseEnv(c.env)
  c.set('env', env)
  c.set('db', openDatabase(env))
  c.set('now', Date.now())
  c.set('requestId', c.req.header('CF-Ray') ?? crypto.randomUUID())
  c.set('viewer', null)
  c.set('layOut', (page, title) => layOut(c, page, title))
  await next()
  c.header('X-Request-Id', c.var.requestId)
})
app.use(securityHeaders, noStore, originCheck)
app.use(
  bodyLimit({
    maxSize: BODY_LIMIT,
    onError: () => {
      throw new HTTPException(413)
    },
  }),
)
app.get(routes.health.pattern, (c) => c.text('ok'))
app.use(loadViewer)

// Who may come near what. What exactly one may see or do there, each query and policy says.
app.use(
  approved([
    routes.waiting.show.href(),
    routes.waiting.resubmission.href(),
    routes.settings.profile.href(),
    routes.settings.account.href(),
    routes.settings.password.href(),
    routes.signOut.href(),
  ]),
)
app.use('/home', signedIn)
app.use('/notices/*', signedIn)
app.use('/settings/*', signedIn)
app.use('/waiting/*', roles('sponsor'))
app.use('/campaigns/new', roles('sponsor'))
app.use('/ad-requests/*', signedIn)
app.use('/admin/*', roles('admin'))

app.route('/', landing)
app.route('/', signIn)

app.notFound((c) => showError(c, 404))
app.onError((error, c) => {
  if (error instanceof HTTPException) return showError(c, error.status, error.message)
  console.error(
    JSON.stringify({
      requestId: c.var.requestId,
      path: c.req.path,
      error: String(error),
      stack: error.stack,
    }),
  )
  return showError(c, 500)
})

function layOut(c: AppContext, page: Parameters<AppContext['var']['layOut']>[0], title: string) {
  const { env, viewer, now } = c.var
  const reader = { now, timeZone: viewer?.timeZone ?? 'UTC', currency: env.CURRENCY, locale: 'en-US' }
  return c.html(
    <SiteLayout title={title} viewer={viewer} reader={reader} path={c.req.path} flash={takeFlash(c)}>
      {page}
    </SiteLayout>,
  )
}
