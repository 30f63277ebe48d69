import type { Env } from '../../../env.ts'
import { openMailer } from '../../../platform/mail/mailer.ts'
import { openChat } from '../../../platform/messaging/google-chat.ts'
import type { Sending } from '../../../platform/messaging/post.ts'
import { openSms } from '../../../platform/messaging/twilio.ts'
import { type Channel, channelKeys } from '../channels.ts'
import { renderEmail } from '../email-template.tsx'

/** A message that is ready to go out. */
export interface OutgoingMessage {
  /** The e-mail address, webhook or phone number. */
  readonly address: string
  /** The recipient's. */
  readonly name: string
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
      (({ address, name, title, body, path, key, unsubscribePath }) => {
        const content = renderEmail({ name, title, body, href: urlOf(path) })
        const unsubscribe = unsubscribePath && urlOf(unsubscribePath)
        return mailer.send({ to: address, subject: title, ...content, key, unsubscribe })
      }),
    chat:
      chat &&
      (({ address, title, path, key }) => chat.send({ webhook: address, title, href: urlOf(path), key })),
    sms: sms && (({ address, title, path }) => sms.send({ to: address, title, href: urlOf(path) })),
  }
}

/** The channels that the platform has switched on. */
export function openChannels(senders: Senders): Channel[] {
  return channelKeys.filter((channel) => senders[channel] !== null)
}
