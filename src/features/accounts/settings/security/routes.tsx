import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../../../../platform/http/context.ts'
import { notFound } from '../../../../platform/http/errors.ts'
import { flashTexts } from '../../../../platform/http/flash.ts'
import { roles, viewerOf } from '../../../../platform/http/guards.ts'
import { afterParam, cutPage } from '../../../../platform/http/paging.ts'
import { renderPage } from '../../../../platform/http/render.ts'
import { query } from '../../../../platform/http/validate.ts'
import { routes } from '../../../../routes.ts'
import { originOf } from '../../../security-log/origin.ts'
import { EVENTS_PER_PAGE, selectOwnSecurityEvents } from '../../../security-log/queries.ts'
import { sessionIdOf } from '../../sessions/session-token.ts'
import { selectTwoFactor } from '../../two-factor/queries.ts'
import { settingsPages } from '../settings-pages.ts'
import { endOtherSessions, endOwnSession } from './commands.ts'
import { LogPage, LogRegion } from './log-page.tsx'
import { selectOwnSessions } from './queries.ts'
import { SecurityPage } from './security-page.tsx'
import { twoFactorSettings } from './two-factor/routes.tsx'

const redirectWith = flashTexts({
  session_ended: 'That device is signed out.',
  other_sessions_ended: 'You are signed out on all other devices.',
})

/** How many events the first page shows. */
const RECENT = 5

export const securitySettings = new Hono<AppEnv>()

const { security } = routes.settings

securitySettings.use(security.show.pattern, roles(...settingsPages.security.roles))
securitySettings.use(`${security.show.pattern}/*`, roles(...settingsPages.security.roles))

securitySettings.get(security.show.pattern, async (c) => {
  const viewer = viewerOf(c)
  const { db, env, now } = c.var
  const [sessions, [twoFactor], events] = await db.read([
    selectOwnSessions(db, viewer.id, sessionIdOf(env, c.req.header('Cookie')), now),
    selectTwoFactor(db, viewer.id),
    selectOwnSecurityEvents(db, viewer.id, { after: null, limit: RECENT, now }),
  ])
  const page = <SecurityPage viewer={viewer} sessions={sessions} twoFactor={twoFactor} events={events} />
  return renderPage(c, { title: 'Security', page })
})

securitySettings.get(security.log.pattern, query(z.object({ after: afterParam(2) })), async (c) => {
  const { after } = c.req.valid('query')
  const viewer = viewerOf(c)
  const { db, now } = c.var
  const rows = await selectOwnSecurityEvents(db, viewer.id, { after, limit: EVENTS_PER_PAGE + 1, now })
  const { rows: events, next } = cutPage(rows, EVENTS_PER_PAGE, ({ hour, id }) => [hour, id])
  const list = { events, next, isFirst: after === null }
  return renderPage(c, {
    title: 'Security log',
    page: <LogPage viewer={viewer} {...list} />,
    fragment: <LogRegion {...list} />,
  })
})

securitySettings.post(security.sessionEnd.pattern, async (c) => {
  await endOwnSession(c.var, viewerOf(c).id, c.req.param('sessionId'), originOf(c))
  return redirectWith(c, 'session_ended', security.show.href())
})

securitySettings.post(security.otherSessionsEnd.pattern, async (c) => {
  const current = sessionIdOf(c.var.env, c.req.header('Cookie'))
  if (current === null) throw notFound()
  await endOtherSessions(c.var, viewerOf(c).id, current, originOf(c))
  return redirectWith(c, 'other_sessions_ended', security.show.href())
})

securitySettings.route('/', twoFactorSettings)
