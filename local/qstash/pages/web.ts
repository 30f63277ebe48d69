import { readFile } from 'node:fs/promises'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Broker } from '../broker/broker.ts'
import { retryDeadLetter } from '../broker/dead-letters.ts'
import { pauseSchedule, runSchedule } from '../broker/schedules.ts'
import type { TimeTravel } from '../broker/time-travel.ts'
import { Refusal } from '../refusal.ts'
import { clockPage, parseMoment } from './clock-page.ts'
import { page } from './layout.ts'
import { messagePage } from './message-page.ts'
import { overviewPage } from './overview.ts'

/** How long the form waits while the clock is moved, in ms. Then the page shows how far it is. */
const MAX_WAIT = 10_000

const policy = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'"
const styles = {
  '/base.css': new URL('../../mail/inbox.css', import.meta.url),
  '/qstash.css': new URL('./qstash.css', import.meta.url),
}

/** The schedules, messages, deliveries and dead letters as pages for people. */
export function qstashPages(broker: Broker, travel: TimeTravel): Hono {
  const { store, clock, events } = broker
  const web = new Hono()
  web.use(async (c, next) => {
    await next()
    c.header('Content-Security-Policy', policy)
    c.header('Cache-Control', 'no-store')
  })
  for (const [path, file] of Object.entries(styles)) {
    web.get(path, async (c) => c.body(await readFile(file, 'utf8'), 200, { 'Content-Type': 'text/css' }))
  }

  web.get('/', (c) =>
    c.html(
      overviewPage({
        now: clock.now(),
        isClockMoved: clock.isMoved,
        travelsTo: travel.destination,
        schedules: store.schedules.all(),
        messages: store.messages.all(),
        deadLetters: store.deadLetters.all().reverse(),
        events: events.all(),
        refreshes: c.req.query('refresh') !== 'off',
        only: c.req.query('schedule') ?? null,
      }),
    ),
  )
  web.get('/messages/:id', (c) => {
    const [first, ...others] = events
      .all()
      .filter(({ message }) => message.id === c.req.param('id'))
      .reverse()
    if (first === undefined) throw new Refusal(404, 'Nothing is known about this message anymore.')
    return c.html(messagePage([first, ...others]))
  })

  const action = (path: string, act: (id: string) => void) =>
    web.post(path, (c) => {
      act(c.req.param('id') ?? '')
      return c.redirect('/', 303)
    })
  action('/schedules/:id/runs', (id) => runSchedule(broker, id))
  action('/schedules/:id/pause', (id) => pauseSchedule(broker, id, true))
  action('/schedules/:id/resumption', (id) => pauseSchedule(broker, id, false))
  action('/dead-letters/:id/retry', (id) => {
    retryDeadLetter(broker, id)
  })

  web.post('/dead-letters/retry', (c) => {
    const only = c.req.query('schedule')
    for (const { id, message } of store.deadLetters.all()) {
      if (only === undefined || message.scheduleId === only) retryDeadLetter(broker, id)
    }
    return c.redirect('/', 303)
  })

  const showClock = (c: Context, error?: string) =>
    c.html(
      clockPage({ now: clock.now(), isMoved: clock.isMoved, ...(error !== undefined && { error }) }),
      error === undefined ? 200 : 422,
    )
  web.get('/clock', (c) => showClock(c))
  web.post('/clock', async (c) => {
    const { to } = await c.req.parseBody()
    const moment = typeof to === 'string' ? parseMoment(to) : null
    if (moment === null) return showClock(c, 'Enter a date and a time.')
    if (travel.destination !== null) return showClock(c, 'The clock is already being moved.')
    await Promise.race([travel.moveTo(moment), sleep(MAX_WAIT)])
    return c.redirect('/', 303)
  })
  action('/clock/reset', () => travel.reset())

  web.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error
    const content = html`<header><p><a href="/">QStash</a></p><h1>That did not work</h1></header>
      <p class="empty">${error.message}</p>`
    return c.html(page({ title: 'QStash', content }), error.status)
  })
  return web
}

function sleep(duration: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration).unref())
}
