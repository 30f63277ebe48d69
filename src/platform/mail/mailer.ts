import type { Env } from '../../env.ts'
import { SECOND } from '../../shared/time.ts'

export interface Mail {
  /** A bare address. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same key with the same mail is sent once, however often it is asked for (Resend keeps it 24 hours). */
  readonly key: string
}

/** `forGood`: the mail itself was refused, so trying again is of no use. */
export type Sending = 'sent' | { readonly failed: string; readonly forGood: boolean }

export interface Mailer {
  /** Never throws: whatever goes wrong comes back as `failed`, in words for the one who looks into it. */
  send(mail: Mail): Promise<Sending>
}

type Access = Pick<Env, 'RESEND_API_KEY' | 'RESEND_API_URL' | 'MAIL_FROM'>

/** Sends by Resend's HTTP API; null where no key is set, and then nothing leaves the house. */
export function openMailer({
  RESEND_API_KEY: key,
  RESEND_API_URL: url,
  MAIL_FROM: from,
}: Access): Mailer | null {
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
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': idempotencyKey,
        // Resend's edge turns away clients without a name, and a Worker's fetch sends none by itself.
        'User-Agent': 'Parley',
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT),
    })
    const words = await answer.text()
    if (answer.ok) return 'sent'
    return { failed: `${answer.status} ${words}`.slice(0, MAX_WORDS), forGood: refusals.has(answer.status) }
  } catch (error) {
    return { failed: String(error).slice(0, MAX_WORDS), forGood: false }
  }
}

const MAX_WORDS = 500

// These speak of the mail. A wrong key, an unknown domain or too many at once can be put right, and pass then.
const refusals: ReadonlySet<number> = new Set([400, 413, 422])

// A line break would let whoever wrote the words add headers of their own.
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
