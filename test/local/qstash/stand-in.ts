import { Client, Receiver } from '@upstash/qstash'
import { Hono } from 'hono'
import { afterEach, beforeEach, vi } from 'vitest'
import { type QStashOptions, type QStashStandIn, startQStash } from '../../../local/qstash/server.ts'
import { type Listening, listen } from '../../../local/servers/listen.ts'

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** When every test begins: a Sunday. */
export const start = Date.UTC(2026, 10, 22, 9)

interface Received {
  readonly method: string
  readonly path: string
  readonly headers: Headers
  readonly body: string
  /** By the stand-in's clock, in milliseconds UTC. */
  readonly at: number
}

type Responder = (request: Received) => Response | Promise<Response>

export interface World {
  readonly qstash: QStashStandIn
  readonly client: Client
  readonly receiver: Receiver
  /** What the destination has received, oldest first. */
  readonly received: Received[]
  /** The address of the destination. */
  readonly target: string
  now: number
  /** How the destination answers from now on. */
  respond(responder: Responder): void
  /** Lets time pass, and waits for the deliveries. */
  wait(duration: number): Promise<void>
  /** Stops the stand-in and starts it again with the same file. */
  restart(): Promise<void>
  page(path: string): Promise<string>
  /** Submits a form of a page. */
  press(path: string, fields?: Record<string, string>): Promise<Response>
}

/** A stand-in whose time the test sets, and a destination that records what it receives. New for each test. */
export function useStandIn(options: QStashOptions = {}): World {
  let qstash: QStashStandIn
  let destination: Listening
  let responder: Responder

  const boot = async () => {
    const clock = { now: () => world.now, timer: false }
    qstash = await startQStash({ ...clock, ...options })
  }
  const world: World = {
    get qstash() {
      return qstash
    },
    get client() {
      return new Client({ baseUrl: qstash.url, token: qstash.token, retry: false })
    },
    get receiver() {
      const { currentSigningKey, nextSigningKey } = qstash
      return new Receiver({ currentSigningKey, nextSigningKey, devMode: false })
    },
    received: [],
    get target() {
      return destination.url
    },
    now: start,
    respond(next) {
      responder = next
    },
    async wait(duration) {
      world.now += duration
      await qstash.deliverDue()
    },
    async restart() {
      await qstash.close()
      await boot()
    },
    async page(path) {
      return (await fetch(qstash.url + path)).text()
    },
    press(path, fields = {}) {
      return fetch(qstash.url + path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      })
    },
  }

  beforeEach(async () => {
    world.now = start
    world.received.length = 0
    responder = () => new Response('thanks')
    const app = new Hono().all('*', async (c) => {
      const { method, url, headers } = c.req.raw
      const { pathname, search } = new URL(url)
      const request = { method, path: pathname + search, headers, body: await c.req.text(), at: world.now }
      world.received.push(request)
      return responder(request)
    })
    destination = await listen(app)
    await boot()
  })
  afterEach(async () => {
    await qstash.close()
    await destination.close()
    vi.restoreAllMocks()
  })
  return world
}
