import { Hono } from 'hono'
import * as z from 'zod'
import { calendarResponse, calendarFeed as feedText } from '../../../platform/calendar/feed.ts'
import type { AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import { calendarEvents } from './events.ts'
import { readCalendar } from './queries.ts'

/** Calendars have no session, only the secret address, so the app mounts this before it loads the viewer. */
export const calendarFeed = new Hono<AppEnv>()

const file = z.templateLiteral([z.string().regex(/^[\w-]{32}$/), '.ics'])

calendarFeed.get(routes.calendarFeed.pattern, params({ file }), async (c) => {
  const [token = ''] = c.req.valid('param').file.split('.')
  const { db, env, now } = c.var
  const calendar = await readCalendar(db, token, now)
  if (!calendar) throw notFound()
  return calendarResponse(feedText('Parley', calendarEvents(calendar, env.PUBLIC_URL), now))
})
