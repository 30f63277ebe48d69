import { Hono } from 'hono'
import * as z from 'zod'
import { type Listening, listen } from '../../../local/servers/listen.ts'

const mail = z.object({
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
})

export interface Received extends z.output<typeof mail> {
  readonly key: string
  readonly authorization: string
}

export interface FakeResend extends Listening {
  /** All received requests, refused or not. */
  readonly requests: Received[]
  /** Statuses of the next responses, in order; then 200. `lost`: the mail is sent, but the response is an error. */
  readonly answers: (number | 'lost')[]
  /** The mails that would arrive: one for each idempotency key, as with Resend. */
  delivered(): Received[]
}

export async function startFakeResend(): Promise<FakeResend> {
  const requests: Received[] = []
  const answers: (number | 'lost')[] = []
  const delivered = new Map<string, Received>()

  const app = new Hono().post('/emails', async (c) => {
    const received = {
      ...mail.parse(await c.req.json()),
      key: c.req.header('Idempotency-Key') ?? '',
      authorization: c.req.header('Authorization') ?? '',
    }
    requests.push(received)
    const answer = answers.shift() ?? 200
    const status = answer === 'lost' ? 502 : answer
    if (answer === 'lost' || answer < 300)
      delivered.set(received.key, delivered.get(received.key) ?? received)
    return Response.json({ message: `fake ${status}` }, { status })
  })
  return { ...(await listen(app)), requests, answers, delivered: () => [...delivered.values()] }
}
