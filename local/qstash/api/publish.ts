import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { Broker } from '../broker/broker.ts'
import { checkPublication, type Publication, type Published, publish } from '../broker/publish.ts'
import { saveSchedule } from '../broker/schedules.ts'
import { checkCron } from '../headers/cron.ts'
import { destinationIn } from '../headers/destination.ts'
import { parseOptions } from '../headers/options.ts'
import { parseJson } from './json.ts'

/** `/v2/publish`, `/v2/enqueue` and `/v2/batch`. */
export function publishApi(broker: Broker): Hono {
  const api = new Hono()
  api.post('/v2/publish/*', async (c) => {
    const destination = destinationIn(c.req.url, '/v2/publish/')
    const body = Buffer.from(await c.req.arrayBuffer())
    const cron = c.req.header('Upstash-Cron')
    if (cron === undefined) return accepted(c, publishOne(broker, c.req.raw.headers, destination, body, null))
    const options = parseOptions(c.req.raw.headers, broker.clock.now())
    const id = c.req.header('Upstash-Schedule-Id') ?? null
    return c.json({
      scheduleId: saveSchedule(broker, { id, cron: checkCron(cron), destination, options, body }),
    })
  })
  api.post('/v2/enqueue/:queue/*', async (c) => {
    const queue = c.req.param('queue')
    const destination = destinationIn(c.req.url, `/v2/enqueue/${rawSegment(c.req.url, 3)}/`)
    const body = Buffer.from(await c.req.arrayBuffer())
    return accepted(c, publishOne(broker, c.req.raw.headers, destination, body, queue))
  })
  api.post('/v2/batch', async (c) => {
    const items = parseJson(batchSchema, await c.req.text())
    // All are checked before any is accepted.
    const publications = items.map((item) =>
      publication(
        broker,
        new Headers(item.headers),
        item.destination,
        Buffer.from(item.body ?? ''),
        item.queue ?? null,
      ),
    )
    for (const one of publications) checkPublication(broker, one)
    return c.json(publications.map((one) => publish(broker, one)))
  })
  return api
}

const batchSchema = z.array(
  z.object({
    destination: z.string(),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.string().nullish(),
    queue: z.string().nullish(),
  }),
)

function publishOne(
  broker: Broker,
  headers: Headers,
  destination: string,
  body: Buffer,
  queue: string | null,
): Published {
  return publish(broker, publication(broker, headers, destination, body, queue))
}

function publication(
  broker: Broker,
  headers: Headers,
  destination: string,
  body: Buffer,
  queue: string | null,
): Publication {
  const options = parseOptions(headers, broker.clock.now())
  return {
    destination,
    options: { ...options, queueName: queue ?? options.queueName },
    body,
    deduplicationId: deduplicationId(headers, destination, body),
  }
}

function deduplicationId(headers: Headers, destination: string, body: Buffer): string | null {
  const given = headers.get('Upstash-Deduplication-Id')
  if (given !== null) return `id:${given}`
  if (headers.get('Upstash-Content-Based-Deduplication') !== 'true') return null

  const hash = createHash('sha256').update(`${destination}\n`)
  for (const [name, value] of headers) {
    const isContent = name === 'content-type' || name.startsWith('upstash-')
    if (isContent && !name.startsWith('upstash-telemetry-')) hash.update(`${name}: ${value}\n`)
  }
  return `content:${hash.update('\n').update(body).digest('hex')}`
}

/** A duplicate is answered with 202, anything new with 201. */
function accepted(c: Context, published: Published): Response {
  const [first] = [published].flat()
  return c.json(published, first?.deduplicated ? 202 : 201)
}

function rawSegment(url: string, index: number): string {
  return new URL(url).pathname.split('/')[index] ?? ''
}
