import { Hono } from 'hono'
import * as z from 'zod'
import type { Broker } from '../broker/broker.ts'
import { cancelMessage } from '../broker/cancel.ts'
import { Refusal } from '../refusal.ts'
import type { Queue } from '../store/documents.ts'
import { parseJson } from './json.ts'
import { queueJson } from './wire.ts'

const queueBody = z.object({
  queueName: z.string().regex(/^[\w.-]+$/),
  parallelism: z.number().int().min(1).optional(),
  paused: z.boolean().optional(),
})

/** `/v2/queues`. Deleting a queue cancels its messages. */
export function queuesApi(broker: Broker): Hono {
  const { store, clock } = broker
  const messagesIn = (name: string) => store.messages.all().filter(({ queueName }) => queueName === name)
  const json = (queue: Queue) => queueJson(queue, messagesIn(queue.id).length)
  const find = (name: string) => {
    const queue = store.queues.get(name)
    if (queue === undefined) throw new Refusal(404, `queue ${name} not found`)
    return queue
  }
  const pause = (name: string, isPaused: boolean) => {
    store.queues.put({ ...find(name), isPaused, updatedAt: clock.now() })
    broker.wake()
  }

  const api = new Hono()
  api.get('/v2/queues', (c) => c.json(store.queues.all().map(json)))
  api.post('/v2/queues', async (c) => {
    const { queueName, parallelism = 1, paused = false } = parseJson(queueBody, await c.req.text())
    const now = clock.now()
    const createdAt = store.queues.get(queueName)?.createdAt ?? now
    store.queues.put({ id: queueName, parallelism, isPaused: paused, createdAt, updatedAt: now })
    broker.wake()
    return c.body(null, 200)
  })
  api.get('/v2/queues/:name', (c) => c.json(json(find(c.req.param('name')))))
  api.delete('/v2/queues/:name', (c) => {
    const { id } = find(c.req.param('name'))
    for (const message of messagesIn(id)) cancelMessage(broker, message.id)
    store.queues.delete(id)
    return c.body(null, 200)
  })
  api.post('/v2/queues/:name/pause', (c) => {
    pause(c.req.param('name'), true)
    return c.body(null, 200)
  })
  api.post('/v2/queues/:name/resume', (c) => {
    pause(c.req.param('name'), false)
    return c.body(null, 200)
  })
  return api
}
