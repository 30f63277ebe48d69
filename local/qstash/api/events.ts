import { type Context, Hono } from 'hono'
import type { Broker } from '../broker/broker.ts'
import { filtersOf, pageOf, passes } from './filters.ts'
import { eventJson } from './wire.ts'

/** `/v2/events` and `/v2/logs`, which is its newer name: what happened, newest first. */
export function eventsApi({ events }: Broker): Hono {
  const list = (c: Context) => {
    const query = filtersOf(c.req.url, 'events')
    const { items, cursor } = pageOf(
      events.all().filter((event) => passes(event, query)),
      query,
    )
    return c.json({ events: items.map(eventJson), cursor })
  }
  return new Hono().get('/v2/events', list).get('/v2/logs', list)
}
