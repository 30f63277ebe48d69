import { type Context, Hono } from 'hono'
import type { Broker } from '../broker/broker.ts'
import { findSchedule, pauseSchedule, saveSchedule } from '../broker/schedules.ts'
import { checkCron } from '../headers/cron.ts'
import { destinationIn } from '../headers/destination.ts'
import { parseOptions } from '../headers/options.ts'
import { scheduleJson } from './wire.ts'

/** `/v2/schedules`. */
export function schedulesApi(broker: Broker): Hono {
  const { store } = broker
  const setPaused = (isPaused: boolean) => (c: Context) => {
    pauseSchedule(broker, c.req.param('id') ?? '', isPaused)
    return c.body(null, 200)
  }

  const api = new Hono()
  api.get('/v2/schedules', (c) => c.json(store.schedules.all().map(scheduleJson)))
  api.get('/v2/schedules/:id', (c) => c.json(scheduleJson(findSchedule(broker, c.req.param('id')))))
  api.delete('/v2/schedules/:id', (c) => {
    store.schedules.delete(findSchedule(broker, c.req.param('id')).id)
    return c.body(null, 200)
  })
  api.patch('/v2/schedules/:id/pause', setPaused(true))
  api.patch('/v2/schedules/:id/resume', setPaused(false))
  api.post('/v2/schedules/*', async (c) => {
    const scheduleId = saveSchedule(broker, {
      id: c.req.header('Upstash-Schedule-Id') ?? null,
      cron: checkCron(c.req.header('Upstash-Cron') ?? ''),
      destination: destinationIn(c.req.url, '/v2/schedules/'),
      options: parseOptions(c.req.raw.headers, broker.clock.now()),
      body: Buffer.from(await c.req.arrayBuffer()),
    })
    return c.json({ scheduleId })
  })
  return api
}
