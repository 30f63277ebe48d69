import type { Env } from '../../env.ts'
import { SECOND } from '../../shared/time.ts'

export interface Mail {
  /** Only the address, without a name. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Idempotency key: mails with the same key are sent only once. Resend remembers keys for 24 hours. */
  readonly key: string
}

/** `isPermanent`: the mail itself was refused, so a retry would fail too. */
export type Sending = 'sent' | { readonly failed: string; readonly isPermanent: boolean }

export interface Mailer {
  /** Never throws. `failed` describes the error, for troubleshooting. */
  send(mail: Mail): Promise<Sending>
}

type MailSettings = Pick<Env, 'RESEND_API_KEY' | 'RESEND_API_URL' | 'MAIL_FROM'>

/** Sends through Resend's HTTP API. Null if there is no API key: e-mail is then switched off. */
export function openMailer({
  RESEND_API_KEY: key,
  RESEND_API_URL: url,
  MAIL_FROM: from,
}: MailSettings): Mailer | null {
  if (!key) return null
  const endpoint = new URL('/emails', url).href
  return {
    send: (mail) =>
      post(endpoint, key, mail.key, {
        from,
        to: [mail.to],
        subject: oneLine(mail.subject),
        text: mail.text,
        html: mail.html,
      }),
  }
}

const TIMEOUT = 10 * SECOND

async function post(endpoint: string, key: string, idempotencyKey: string, body: unknown): Promise<Sending> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': idempotencyKey,
        // Resend rejects requests without a user agent, and a Worker's fetch sends none by default.
        'User-Agent': 'Parley',
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT),
    })
    const text = await response.text()
    if (response.ok) return 'sent'
    return {
      failed: `${response.status} ${text}`.slice(0, MAX_ERROR_LENGTH),
      isPermanent: permanentStatuses.has(response.status),
    }
  } catch (error) {
    return { failed: String(error).slice(0, MAX_ERROR_LENGTH), isPermanent: false }
  }
}

const MAX_ERROR_LENGTH = 500

// These are about the mail itself. Other errors, such as a wrong key or a rate limit, can be fixed and retried.
const permanentStatuses: ReadonlySet<number> = new Set([400, 413, 422])

// Prevents header injection through line breaks.
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
