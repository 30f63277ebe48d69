import type { Env } from '../../../env.ts'
import { type MailAttachment, openMailer } from '../../../platform/mail/mailer.ts'
import { openChat } from '../../../platform/messaging/google-chat.ts'
import { type Failure, MAX_ERROR_LENGTH, type Sending } from '../../../platform/messaging/post.ts'
import { openSms } from '../../../platform/messaging/twilio.ts'
import type { UserId } from '../../../shared/ids.ts'
import { isolated } from '../../../shared/text/direction.ts'
import { type Channel, channelKeys } from '../channels.ts'
import { parseMailContent } from '../email/blocks.ts'
import { renderEmail } from '../email/render-email.tsx'
import type { NotificationKind } from '../notification-kinds.ts'
import type { ClaimedMessage } from './claimed-message.ts'

/** A message that is ready to go out. */
export interface OutgoingMessage {
  /** What the outbox knows about it. Null for a message that never was in the outbox. */
  readonly entry: Pick<ClaimedMessage, 'kind' | 'userId' | 'createdAt' | 'path'> | null
  /** The e-mail address, webhook or phone number. */
  readonly address: string
  /** The recipient's. */
  readonly name: string
  readonly timeZone: string
  /** When its first attempt began, in milliseconds UTC. */
  readonly firstClaimedAt: number
  /** When this attempt begins, in milliseconds UTC. */
  readonly at: number
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

/**
 * Makes the attachments of an e-mail when it is sent, by its kind. The same message must always get the same ones. If
 * it rejects, the e-mail is tried again later.
 */
export type AttachmentsOf = Partial<
  Record<
    NotificationKind,
    (entry: NonNullable<OutgoingMessage['entry']>) => Promise<readonly MailAttachment[]>
  >
>

/**
 * Makes the link of an e-mail's button when it is sent, by its kind: a path within Parley that holds a secret, which the
 * outbox must not. Null if nobody needs the e-mail any more. Each attempt makes another link, and all of them work.
 */
export type LinkOf = Partial<
  Record<NotificationKind, (to: { userId: UserId; address: string }, now: number) => Promise<string | null>>
>

interface MadeWhenSent {
  readonly attachmentsOf?: AttachmentsOf
  readonly linkOf?: LinkOf
}

/** Opens the channels that have their bindings. */
export function openSenders(env: Env, { attachmentsOf = {}, linkOf = {} }: MadeWhenSent = {}): Senders {
  const mailer = openMailer(env)
  const chat = openChat(env)
  const sms = openSms(env)
  const urlOf = (path: string) => new URL(path, env.PUBLIC_URL).href
  return {
    email:
      mailer &&
      (async (message) => {
        const unsubscribe = message.unsubscribePath && urlOf(message.unsubscribePath)
        const path = await pathFor(message, linkOf)
        if (typeof path !== 'string') return path
        const email = emailOf({ ...message, path }, env, unsubscribe)
        if ('failed' in email) return email
        const attachments = await attachmentsFor(message, attachmentsOf)
        if ('failed' in attachments) return attachments
        return mailer.send({ to: message.address, ...email, key: message.key, unsubscribe, attachments })
      }),
    chat:
      chat &&
      (({ address, title, path, key }) =>
        chat.send({ webhook: address, title: isolated(title), href: urlOf(path), key })),
    sms:
      sms &&
      (({ address, title, path }) => sms.send({ to: address, title: isolated(title), href: urlOf(path) })),
  }
}

// A retry must say the same, such as the time that is left: Resend refuses a known key with another content.
function emailOf(
  { name, timeZone, firstClaimedAt, title, body, path }: OutgoingMessage,
  { PUBLIC_URL: publicUrl, SUPPORT_ADDRESS: supportAddress }: Env,
  unsubscribeHref: string | null,
) {
  try {
    const content = { ...parseMailContent(body), title, path, unsubscribeHref }
    return renderEmail(content, { name, timeZone, publicUrl, supportAddress, now: firstClaimedAt })
  } catch (error) {
    // One e-mail with a broken content must not stop the others.
    return { failed: String(error).slice(0, MAX_ERROR_LENGTH), cause: 'message', retryAfter: null } as const
  }
}

async function pathFor(
  { entry, address, path, at }: OutgoingMessage,
  linkOf: LinkOf,
): Promise<string | Failure> {
  const make = entry && linkOf[entry.kind]
  if (!make) return path
  try {
    return (await make({ userId: entry.userId, address }, at)) ?? noLongerNeeded
  } catch (error) {
    return { failed: String(error).slice(0, MAX_ERROR_LENGTH), cause: 'trouble', retryAfter: null }
  }
}

const noLongerNeeded: Failure = {
  failed: 'Nobody needs this link any more.',
  cause: 'message',
  retryAfter: null,
}

async function attachmentsFor(
  { entry }: OutgoingMessage,
  attachmentsOf: AttachmentsOf,
): Promise<readonly MailAttachment[] | Failure> {
  try {
    return (entry && (await attachmentsOf[entry.kind]?.(entry))) ?? []
  } catch (error) {
    return { failed: String(error).slice(0, MAX_ERROR_LENGTH), cause: 'trouble', retryAfter: null }
  }
}

/** The channels that the platform has switched on. */
export function openChannels(senders: Senders): Channel[] {
  return channelKeys.filter((channel) => senders[channel] !== null)
}
