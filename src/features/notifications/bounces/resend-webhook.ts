import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { MINUTE, SECOND } from '../../../shared/time.ts'

/** A report that e-mail to these addresses is not wanted or cannot arrive. */
export interface BounceReport {
  readonly reason: 'bounced' | 'complained'
  /** Lower case. */
  readonly addresses: readonly string[]
  readonly detail: string
  /** Milliseconds UTC. */
  readonly at: number
}

interface SignedRequest {
  readonly id: string | undefined
  readonly timestamp: string | undefined
  readonly signature: string | undefined
  /** As received: other white space would have another signature. */
  readonly body: string
}

const TOLERANCE = 5 * MINUTE

/**
 * Whether Resend sent this, within the last five minutes. Standard Webhooks: an HMAC with SHA-256 over id, time and
 * body, with what is Base64 after `whsec_` as its key. While a key is replaced, there are several signatures.
 */
export function isFromResend(
  { id, timestamp, signature, body }: SignedRequest,
  secret: string,
  now: number,
): boolean {
  if (!id || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now - Number(timestamp) * SECOND) > TOLERANCE) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  return signature.split(' ').some((one) => isSame(one, expected))
}

/** Null for events that say nothing about an address: a delivery, a delay, a bounce that may not happen again. */
export function parseReport(body: string): BounceReport | null {
  const event = eventSchema.safeParse(parseJson(body))
  if (!event.success) return null
  const { type, created_at: at, data } = event.data
  const about = { addresses: data.to, at: Date.parse(at) }
  if (type === 'email.complained') return { ...about, reason: 'complained', detail: 'Reported as spam.' }
  if (data.bounce?.type !== undefined && data.bounce.type !== 'Permanent') return null
  return { ...about, reason: 'bounced', detail: (data.bounce?.message ?? '').slice(0, MAX_DETAIL) }
}

const MAX_DETAIL = 500

const address = z
  .string()
  .max(320)
  .transform((text) => (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase())

const eventSchema = z.object({
  type: z.enum(['email.bounced', 'email.complained']),
  created_at: z.iso.datetime({ offset: true }),
  data: z.object({
    to: z.array(address).max(50),
    bounce: z.object({ type: z.string().optional(), message: z.string().optional() }).optional(),
  }),
})

function isSame(one: string, expected: Buffer): boolean {
  const [version, text = ''] = one.split(',')
  const given = Buffer.from(text, 'base64')
  return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
