import * as z from 'zod'
import { Refusal } from '../refusal.ts'
import type { DeliveryOptions } from '../store/documents.ts'
import { canonicalName } from './canonical.ts'
import { checkUrl } from './destination.ts'
import { parseDuration } from './duration.ts'
import { parseFlowControl } from './flow-control.ts'
import { evaluateRetryDelay } from './retry-delay.ts'

/** The limits of QStash's pay-as-you-go plan. */
export const LIMITS = { maxRetries: 5, maxDelay: 365 * 86_400_000, maxMessageBytes: 1024 * 1024 }

const DEFAULT_RETRIES = 3
const methods = z.enum(['GET', 'POST', 'PUT', 'DELETE', 'PATCH'])
const FORWARD = 'upstash-forward-'
/** Headers that the HTTP connection sets itself. */
const CONNECTION_HEADERS = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
])

/** Parses the headers of a request that publishes a message or creates a schedule. Throws a 400 or a 412. */
export function parseOptions(headers: Headers, now: number): DeliveryOptions {
  return {
    method: parseMethod(headers.get('Upstash-Method')),
    header: forwarded(headers),
    delay: parseDelay(headers, now),
    maxRetries: parseRetries(headers.get('Upstash-Retries')),
    retryDelay: parseRetryDelay(headers.get('Upstash-Retry-Delay')),
    timeout: duration(headers, 'Upstash-Timeout'),
    callback: parseCallback(headers, 'Upstash-Callback'),
    failureCallback: parseCallback(headers, 'Upstash-Failure-Callback'),
    labels: list(headers.get('Upstash-Label')),
    flowControl: parseFlowControl(headers),
    redacted: list(headers.get('Upstash-Redact-Fields')),
    queueName: headers.get('Upstash-Queue-Name'),
    callerIp: '127.0.0.1',
  }
}

function parseMethod(given: string | null): DeliveryOptions['method'] {
  const method = methods.safeParse(given ?? 'POST')
  if (!method.success) throw new Refusal(400, `invalid method: ${given}`)
  return method.data
}

function forwarded(headers: Headers): Record<string, string[]> {
  const header: Record<string, string[]> = {}
  for (const [name, value] of headers) {
    if (name === 'content-type') header['Content-Type'] = [value]
    if (!name.startsWith(FORWARD)) continue
    const forwardedName = name.slice(FORWARD.length)
    if (!CONNECTION_HEADERS.has(forwardedName)) header[canonicalName(forwardedName)] = [value]
  }
  return header
}

function parseDelay(headers: Headers, now: number): number {
  const notBefore = headers.get('Upstash-Not-Before')
  if (notBefore !== null && !/^\d+$/.test(notBefore)) {
    throw new Refusal(400, `invalid Upstash-Not-Before "${notBefore}": give a Unix time in seconds`)
  }
  const delay =
    notBefore === null
      ? (duration(headers, 'Upstash-Delay') ?? 0)
      : Math.max(0, Number(notBefore) * 1_000 - now)
  if (delay > LIMITS.maxDelay) throw overQuota('maxDelay', LIMITS.maxDelay / 1_000, delay / 1_000)
  return delay
}

function parseRetries(given: string | null): number {
  if (given === null) return DEFAULT_RETRIES
  if (!/^\d+$/.test(given)) throw new Refusal(400, `invalid Upstash-Retries: ${given}`)
  const retries = Number(given)
  if (retries > LIMITS.maxRetries) throw overQuota('maxRetries', LIMITS.maxRetries, retries)
  return retries
}

function parseRetryDelay(given: string | null): string | null {
  // Evaluated for every retry, so that it cannot fail later.
  for (let retried = 0; given !== null && retried < LIMITS.maxRetries; retried += 1) {
    evaluateRetryDelay(given, retried)
  }
  return given
}

function parseCallback(headers: Headers, name: string): DeliveryOptions['callback'] {
  const url = headers.get(name)
  if (url === null) return null

  const prefix = `${name.toLowerCase()}-`
  const own: Record<string, string> = {}
  for (const [key, value] of headers) {
    if (key.startsWith(prefix)) own[`Upstash-${key.slice(prefix.length)}`] = value
  }
  parseOptions(new Headers(own), 0)
  return { url: checkUrl(url, 'callback'), headers: own }
}

function duration(headers: Headers, name: string): number | null {
  const given = headers.get(name)
  if (given === null) return null
  const parsed = parseDuration(given)
  if (parsed === null)
    throw new Refusal(400, `invalid ${name} "${given}": give a duration like 10s, 5m, 1h or 2d`)
  return parsed
}

function list(given: string | null): string[] {
  return (given ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** The 412 of a request that asks for more than the plan allows. */
export function overQuota(name: string, limit: number, requested: number): Refusal {
  return new Refusal(412, `quota ${name} exceeded. Limit: ${limit}, Requested: ${requested}`)
}
