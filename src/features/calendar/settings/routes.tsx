import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { roles, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { settingsPages } from '../../accounts/settings/settings-pages.ts'
import { renewFeed } from '../commands.ts'
import { CalendarPage } from './calendar-page.tsx'
import { findOwnToken } from './queries.ts'

const redirectWith = flashTexts({ calendar_address_made: 'Your calendar has a new address.' })
const { show, address } = routes.settings.calendar

export const calendarSettings = new Hono<AppEnv>()

calendarSettings.use(show.pattern, roles(...settingsPages.calendar.roles))
calendarSettings.use(address.pattern, roles(...settingsPages.calendar.roles))

calendarSettings.get(show.pattern, async (c) => {
  const token = await findOwnToken(c.var.db, viewerOf(c).id)
  const path = token && routes.calendarFeed.href({ file: `${token}.ics` })
  const url = path ? new URL(path, c.var.env.PUBLIC_URL).href : null
  return renderPage(c, { title: 'Calendar', page: <CalendarPage viewer={viewerOf(c)} address={url} /> })
})

calendarSettings.post(address.pattern, async (c) => {
  await renewFeed(c.var.db, viewerOf(c).id, c.var.now)
  return redirectWith(c, 'calendar_address_made', show.href())
})
