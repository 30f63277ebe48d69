import type { Env } from '../../env.ts'
import { type Failure, oneLine, post, type Sending } from '../messaging/post.ts'

export interface Mail {
  /** Only the address, without a name. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Idempotency key: mails with the same key are sent only once. Resend remembers keys for 24 hours. */
  readonly key: string
  /** The address that switches off this kind of mail with one POST (RFC 8058). Null if it cannot be switched off. */
  readonly unsubscribe: string | null
  readonly attachments?: readonly MailAttachment[]
}

export interface MailAttachment {
  readonly filename: string
  readonly content: Uint8Array
  /** A media type, like "application/pdf". */
  readonly type: string
}

export interface Mailer {
  /** Never throws. */
  send(mail: Mail): Promise<Sending>
}

type MailSettings = Pick<Env, 'RESEND_API_KEY' | 'RESEND_API_URL' | 'MAIL_FROM'>

/** Sends through Resend's HTTP API. Null if there is no API key: e-mail is then switched off. */
export function openMailer({
  RESEND_API_KEY: key,
  RESEND_API_URL: base,
  MAIL_FROM: from,
}: MailSettings): Mailer | null {
  if (!key) return null
  const url = new URL('/emails', base).href
  return {
    send: (mail) => {
      const headers = {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': mail.key,
      }
      return post({ url, headers, body: bodyOf(mail, from) }, explain)
    },
  }
}

function bodyOf({ to, subject, text, html, unsubscribe, attachments = [] }: Mail, from: string): string {
  const headers = unsubscribe && {
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
  return JSON.stringify({
    from,
    to: [to],
    subject: oneLine(subject),
    text,
    html,
    ...(headers && { headers }),
    ...(attachments.length > 0 && { attachments: attachments.map(toResend) }),
  })
}

function toResend({ filename, content, type }: MailAttachment) {
  return { filename, content: Buffer.from(content).toString('base64'), content_type: type }
}

// 400, 413 and 422 are about the mail itself. Other errors, such as a wrong key, can be fixed and retried.
function explain(status: number, text: string): Failure['cause'] | 'sent' {
  // This key was sent before, with a text that has changed since: the first one arrived, only its answer was lost.
  if (status === 409 && text.includes('invalid_idempotent_request')) return 'sent'
  if (status === 429) return 'provider'
  return status === 400 || status === 413 || status === 422 ? 'message' : 'trouble'
}
