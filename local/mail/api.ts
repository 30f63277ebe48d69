import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Faults } from './faults.ts'
import { Idempotency } from './idempotency.ts'
import type { Inbox } from './inbox.ts'
import { type Mail, recipients } from './mail.ts'
import { parseBatch, parseEmail } from './parse.ts'
import { Refusal } from './refusal.ts'

interface Options {
  /** If undefined, any key is accepted, but one is required. */
  readonly apiKey: string | undefined
  /** Milliseconds UTC. */
  readonly now: () => number
  readonly faults: Faults
}

type Email = Omit<Mail, 'id' | 'at'>
type Id = { readonly id: string }

const largestRequest = 40 * 1024 * 1024

/** Resend's `POST /emails` and `POST /emails/batch`. */
export function resendApi(inbox: Pick<Inbox, 'add'>, { apiKey, now, faults }: Options): Hono {
  const idempotency = new Idempotency()
  const accept = (email: Email): Id => {
    const mail = { ...email, id: crypto.randomUUID(), at: now() }
    inbox.add(mail)
    return { id: mail.id }
  }
  const answer = async (c: Context, parse: (body: unknown) => Email[], answerWith: (ids: Id[]) => object) => {
    const body = await c.req.text()
    const key = c.req.header('Idempotency-Key')
    const emails = parse(parseJson(body))
    return faults.answer(c, emails.flatMap(recipients), errorOf, () =>
      c.json(
        idempotency.answer(key, c.req.path, body, now(), () => answerWith(emails.map(accept))) as object,
      ),
    )
  }

  const api = new Hono()
  api.use('/emails/*', guard(apiKey), limit)
  api.post('/emails', (c) =>
    answer(
      c,
      (body) => [parseEmail(body)],
      ([id]) => id ?? {},
    ),
  )
  api.post('/emails/batch', (c) => answer(c, parseBatch, (data) => ({ data })))
  api.onError((error, c) => {
    if (error instanceof Refusal) return c.json(error, error.statusCode)
    throw error
  })
  return api
}

function guard(apiKey: string | undefined) {
  return async (c: Context, next: () => Promise<void>) => {
    // Resend rejects requests without a User-Agent, and fetch in a Worker sends none by default.
    if (!c.req.header('User-Agent')) return c.text('error code: 1010', 403)

    const given = /^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '')?.[1]
    if (given === undefined) {
      throw new Refusal(401, 'missing_api_key', 'Missing API key in the authorization header.')
    }
    if (apiKey !== undefined && given !== apiKey) {
      throw new Refusal(403, 'invalid_api_key', 'API key is invalid.')
    }
    await next()
  }
}

const limit = bodyLimit({
  maxSize: largestRequest,
  onError: () => {
    throw new Refusal(413, 'validation_error', 'An email, attachments included, has at most 40 MB.')
  },
})

// Resend's names of errors that tests ask for.
function errorOf(statusCode: number): object {
  return { statusCode, name: errorName(statusCode), message: 'Injected.' }
}

function errorName(statusCode: number): string {
  if (statusCode === 429) return 'rate_limit_exceeded'
  return statusCode < 500 ? 'validation_error' : 'application_error'
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new Refusal(400, 'validation_error', 'The request body is not JSON.')
  }
}
