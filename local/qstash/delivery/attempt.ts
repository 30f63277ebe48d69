import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { canonicalName } from '../headers/canonical.ts'
import type { DeliveryResponse } from '../store/documents.ts'

/** The free plan's longest response time. */
const DEFAULT_TIMEOUT = 15 * 60_000
/** More of a response is not kept. */
const MAX_RESPONSE_BYTES = 1024 * 1024

interface Attempt {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body: Buffer
  /** Milliseconds. */
  readonly timeout: number | null
  readonly signal: AbortSignal
}

/**
 * Sends one request and reads the response. Never rejects: without a response the status is 0 and `error` says why. It
 * does not follow redirects. Unlike fetch it can send a GET with a body, as QStash does.
 */
export async function attempt({
  url,
  method,
  headers,
  body,
  timeout,
  signal,
}: Attempt): Promise<DeliveryResponse> {
  const limit = timeout ?? DEFAULT_TIMEOUT
  const timer = AbortSignal.timeout(limit)
  const length = body.length > 0 || method !== 'GET' ? { 'Content-Length': `${body.length}` } : {}
  const options = { method, headers: { ...headers, ...length }, signal: AbortSignal.any([signal, timer]) }
  try {
    const response = await send(url, options, body)
    return {
      status: response.statusCode ?? 0,
      header: headersOf(response),
      body: (await read(response)).toString('base64'),
      error: null,
    }
  } catch (error) {
    const reason = timer.aborted ? `no response within ${limit / 1_000} seconds` : messageOf(error)
    return { status: 0, header: {}, body: '', error: reason }
  }
}

function send(url: string, options: RequestOptions, body: Buffer): Promise<IncomingMessage> {
  const start = url.startsWith('https:') ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    start(url, options, resolve).once('error', reject).end(body)
  })
}

async function read(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    if (length < MAX_RESPONSE_BYTES) chunks.push(chunk)
    length += chunk.length
  }
  return Buffer.concat(chunks).subarray(0, MAX_RESPONSE_BYTES)
}

function headersOf({ headersDistinct }: IncomingMessage): Record<string, string[]> {
  const named = Object.entries(headersDistinct).map(
    ([name, values]) => [canonicalName(name), values ?? []] as const,
  )
  return Object.fromEntries(named)
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Node gives no message if it has tried several addresses.
  return error.message || ('code' in error ? String(error.code) : error.name)
}
