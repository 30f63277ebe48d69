import { MINUTE, SECOND } from '../../shared/time.ts'
import { messageIn } from './error-body.ts'

/** What a provider did with a message. */
export type Sending = 'sent' | Failure

export interface Failure {
  /** Describes the error, for troubleshooting. */
  readonly failed: string
  /**
   * `message`: it was refused, so a retry would fail too. `recipient` and `provider`: a rate limit of this recipient or
   * of our account. `trouble`: anything that may be over soon, such as a server error or a timeout.
   */
  readonly cause: 'message' | 'recipient' | 'provider' | 'trouble'
  /** How long the provider wants us to wait, in milliseconds. Null if it did not say. */
  readonly retryAfter: number | null
}

interface Request {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A send that takes longer than this has failed, as far as we know. */
export const SEND_TIMEOUT = 5 * SECOND

/**
 * Posts a message to a provider's API. Never throws. Does not follow redirects, because they could lead a message and
 * its secrets to another host. `explain` decides what an error response means.
 */
export async function post(
  { url, headers, body }: Request,
  explain: (status: number, text: string) => Failure['cause'] | 'sent',
): Promise<Sending> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'User-Agent': 'Parley' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(SEND_TIMEOUT),
    })
    const text = await response.text()
    if (response.ok) return 'sent'

    const cause = explain(response.status, text)
    if (cause === 'sent') return 'sent'
    return {
      failed: `${response.status} ${messageIn(text)}`.slice(0, MAX_ERROR_LENGTH),
      cause,
      retryAfter: retryAfterOf(response.headers.get('Retry-After')),
    }
  } catch (error) {
    return { failed: String(error).slice(0, MAX_ERROR_LENGTH), cause: 'trouble', retryAfter: null }
  }
}

/** One line, without control characters, so that no text can add a header or change what follows it. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/** Longer errors are cut off. */
export const MAX_ERROR_LENGTH = 500
const MAX_RETRY_AFTER = 60 * MINUTE

// Seconds or a date. Nobody has to wait longer than an hour.
function retryAfterOf(header: string | null): number | null {
  if (header === null) return null
  const seconds = /^\d+$/.test(header) ? Number(header) * SECOND : Date.parse(header) - Date.now()
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), MAX_RETRY_AFTER) : null
}
