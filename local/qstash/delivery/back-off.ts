import { sum } from '../../../src/shared/numbers/sum.ts'
import { evaluateRetryDelay } from '../headers/retry-delay.ts'
import type { DeliveryResponse, Message } from '../store/documents.ts'

const DAY = 86_400_000
const GO_UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
}

interface Failure {
  readonly message: Pick<Message, 'retried' | 'retryDelay'>
  readonly response: Pick<DeliveryResponse, 'header'>
  /** Milliseconds UTC. */
  readonly now: number
  /** Multiplies the exponential back-off, to shorten it locally. */
  readonly factor: number
}

/**
 * How long to wait before the next try, in milliseconds: what the response asks for, or else the message's own
 * expression, or else QStash's exponential back-off.
 */
export function retryDelay({ message, response, now, factor }: Failure): number {
  const asked = requestedDelay(response.header, now)
  if (asked !== null) return asked
  if (message.retryDelay !== null)
    return Math.min(DAY, evaluateRetryDelay(message.retryDelay, message.retried))
  return exponentialBackOff(message.retried + 1) * factor
}

/** `min(86400, e^(2.5 n))` seconds for the nth retry, in milliseconds: 12 s, 2 min 28 s, 30 min, 6 h, 24 h. */
export function exponentialBackOff(n: number): number {
  return Math.min(86_400, Math.exp(2.5 * n)) * 1_000
}

const ASKING = ['Retry-After', 'X-Ratelimit-Reset', 'X-Ratelimit-Reset-Requests', 'X-Ratelimit-Reset-Tokens']

/** What the first of the headers asks for. Null if there is none, or it asks for more than a day, as in QStash. */
function requestedDelay(header: Readonly<Record<string, string[]>>, now: number): number | null {
  for (const name of ASKING) {
    const value = header[name]?.[0]
    if (value === undefined) continue
    const delay = parseDelay(value.trim(), now)
    if (delay !== null && delay <= DAY) return Math.max(0, delay)
  }
  return null
}

/** Seconds (`10`), a duration of Go (`6m5s`), or an HTTP date. */
function parseDelay(value: string, now: number): number | null {
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1_000
  if (/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(value)) {
    const parts = [...value.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)]
    return sum(parts.map(([, amount, unit = '']) => Number(amount) * (GO_UNITS[unit] ?? 0)))
  }
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : date - now
}
