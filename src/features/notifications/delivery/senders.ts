import type { Env } from '../../../env.ts'
import { openMailer } from '../../../platform/mail/mailer.ts'
import { openChat } from '../../../platform/messaging/google-chat.ts'
import type { Sending } from '../../../platform/messaging/post.ts'
import { openSms } from '../../../platform/messaging/twilio.ts'
import { type Channel, channelKeys } from '../channels.ts'
import { parseMailContent } from '../email/blocks.ts'
import { renderEmail } from '../email/render-email.tsx'

/** A message that is ready to go out. */
export interface OutgoingMessage {
  /** The e-mail address, webhook or phone number. */
  readonly address: string
  /** The recipient's. */
  readonly name: string
  readonly timeZone: string
  /** When its first attempt began, in milliseconds UTC. */
  readonly firstClaimedAt: number
  readonly title: string
  readonly body: string
  /** The page that it is about: a path within Parley. */
  readonly path: string
  /** The same for each attempt, so that providers recognize it. */
  readonly key: string
  /** The path that switches off e-mails of this kind. Null if they cannot be switched off. */
  readonly unsubscribePath: string | null
}

/** Never throws. */
export type Send = (message: OutgoingMessage) => Promise<Sending>

/** How to send by each channel. Null if the platform has switched the channel off. */
export type Senders = Readonly<Record<Channel, Send | null>>

/** Opens the channels that have their bindings. */
export function openSenders(env: Env): Senders {
  const mailer = openMailer(env)
  const chat = openChat(env)
  const sms = openSms(env)
  const urlOf = (path: string) => new URL(path, env.PUBLIC_URL).href
  return {
    email:
      mailer &&
      ((message) => {
        const unsubscribe = message.unsubscribePath && urlOf(message.unsubscribePath)
        const email = emailOf(message, env.PUBLIC_URL, unsubscribe)
        return 'failed' in email
          ? Promise.resolve(email)
          : mailer.send({ to: message.address, ...email, key: message.key, unsubscribe })
      }),
    chat:
      chat &&
      (({ address, title, path, key }) => chat.send({ webhook: address, title, href: urlOf(path), key })),
    sms: sms && (({ address, title, path }) => sms.send({ to: address, title, href: urlOf(path) })),
  }
}

// A retry must say the same, such as the time that is left: Resend refuses a known key with another content.
function emailOf(
  { name, timeZone, firstClaimedAt, title, body, path }: OutgoingMessage,
  publicUrl: string,
  unsubscribeHref: string | null,
) {
  try {
    const content = { ...parseMailContent(body), title, path, unsubscribeHref }
    return renderEmail(content, { name, timeZone, publicUrl, now: firstClaimedAt })
  } catch (error) {
    // One e-mail with a broken content must not stop the others.
    return { failed: String(error).slice(0, MAX_ERROR_LENGTH), cause: 'message', retryAfter: null } as const
  }
}

const MAX_ERROR_LENGTH = 500

/** The channels that the platform has switched on. */
export function openChannels(senders: Senders): Channel[] {
  return channelKeys.filter((channel) => senders[channel] !== null)
}
