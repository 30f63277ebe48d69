import { createHmac, timingSafeEqual } from 'node:crypto'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { ClaimedMessage } from '../delivery/claimed-message.ts'
import { isChoice, kindKeys, type NotificationKind } from '../notification-kinds.ts'

// A token names a person and a kind, and is signed with the person's own secret. So no table of tokens grows with every
// mail, the same mail has the same link when it is tried again, and nobody has to set up one more secret binding.

/** What a token says. It is not checked yet: see `isSignedBy`. */
export interface UnsubscribeToken {
  readonly userId: UserId
  readonly kind: NotificationKind
  readonly signature: string
}

/** The path that switches off e-mails of this kind for this person. Null if they cannot be switched off. */
export function unsubscribePath({
  userId,
  kind,
  unsubscribeSecret,
}: Pick<ClaimedMessage, 'userId' | 'kind' | 'unsubscribeSecret'>): string | null {
  if (!isChoice(kind, 'email')) return null
  const token = `${userId}.${kind}.${sign(userId, kind, unsubscribeSecret)}`
  return routes.unsubscribe.show.href({ token })
}

/** Null if the text is not a token for a kind that can be switched off. */
export function parseToken(text: string): UnsubscribeToken | null {
  const [, id, name, signature] = /^([1-9]\d{0,14})\.([a-z_]+)\.([\w-]{43})$/.exec(text) ?? []
  const kind = kindKeys.find((one) => one === name)
  if (!id || !signature || !kind || !isChoice(kind, 'email')) return null
  return { userId: Number(id) as UserId, kind, signature }
}

/** Whether a token was made with this secret. */
export function isSignedBy({ userId, kind, signature }: UnsubscribeToken, secret: string): boolean {
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(userId, kind, secret)))
}

function sign(userId: UserId, kind: NotificationKind, secret: string): string {
  return createHmac('sha256', secret).update(`${userId}.${kind}`).digest('base64url')
}
