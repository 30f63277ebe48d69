import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { Faults } from './faults.ts'
import type { Texts } from './texts.ts'

interface Options {
  readonly faults: Faults
  /** Milliseconds UTC. */
  readonly now: () => number
}

const bodySchema = z.object({ text: z.string().min(1) })

/** Most bytes of a message. */
const LARGEST = 32_000

const statuses: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
}

/** Google Chat's `POST /v1/spaces/{space}/messages`, as an incoming webhook calls it. Any key and token are right. */
export function chatApi(texts: Texts, { faults, now }: Options): Hono {
  const answered = new Map<string, object>()
  const api = new Hono()
  api.post('/v1/spaces/:space/messages', async (c) => {
    const space = c.req.param('space')
    const body = await c.req.text()
    const message = bodySchema.safeParse(parseJson(body))
    if (!c.req.query('key') || !c.req.query('token'))
      return refuse(c, 401, 'The webhook has no key or no token.')
    if (!message.success) return refuse(c, 400, 'Message cannot be empty.')
    if (Buffer.byteLength(body) > LARGEST) return refuse(c, 400, 'The message is larger than 32,000 bytes.')

    const { text } = message.data
    return faults.answer(
      c,
      [space],
      (status) => errorOf(status, 'Injected.'),
      () => {
        const requestId = c.req.query('requestId')
        const known = requestId === undefined ? undefined : answered.get(`${space} ${requestId}`)
        if (known) return c.json(known)

        const id = crypto.randomUUID()
        texts.add({ id, channel: 'chat', at: now(), to: space, text })
        const answer = {
          name: `spaces/${space}/messages/${id}`,
          text,
          thread: { name: `spaces/${space}/threads/${id}` },
        }
        if (requestId !== undefined) answered.set(`${space} ${requestId}`, answer)
        return c.json(answer)
      },
    )
  })
  return api
}

function refuse(c: Context, code: 400 | 401, message: string): Response {
  return c.json(errorOf(code, message), code)
}

function errorOf(code: number, message: string) {
  return { error: { code, message, status: statuses[code] ?? 'UNKNOWN' } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
