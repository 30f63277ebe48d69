import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppContext } from './context.ts'

/** What a page says once after something was done. The cookie carries the key only, so nobody can plant words. */
const flashes = {
  welcome:
    'Your account is ready. If you had one already with this e-mail address, look into your mailbox instead.',
  signed_out: 'You are signed out.',
  saved: 'Saved.',
  channel_added: 'The channel is on your profile.',
  channel_removed: 'The channel is gone from your profile.',
  rate_added: 'The price is on your rate card.',
  rate_removed: 'The price is gone from your rate card.',
  email_saved:
    'Saved. If that e-mail address belongs to another account, it stays there, and its owner is told by mail.',
  resubmitted: 'Sent. An admin looks at it again.',
  password_changed: 'Your password is changed. Other devices are signed out.',
  sponsor_approved: 'Approved. The sponsor has been told.',
  sponsor_rejected: 'Rejected. The sponsor has been told why.',
  user_suspended: 'Suspended and signed out everywhere.',
  suspension_ended: 'The suspension is over.',
  campaign_created: 'Draft saved. Publish it when the brief is complete.',
  campaign_published: 'Published.',
  campaign_paused: 'Paused: no new requests until you resume it.',
  campaign_resumed: 'The campaign runs again.',
  campaign_completed: 'Completed.',
  campaign_deleted: 'The campaign is deleted.',
  invited: 'Sent. You will hear as soon as there is an answer.',
  applied: 'Sent. You will hear as soon as the sponsor answers.',
  offer_sent: 'Your offer is sent.',
  offer_edited: 'Your offer is replaced by the new one.',
  accepted: 'Agreed. The terms are fixed now.',
  rejected: 'Rejected. The other side has been told.',
  withdrawn: 'Withdrawn.',
  message_sent: 'Message sent.',
  notifications_read: 'All read.',
  shortlist_created: 'The shortlist is made.',
  shortlist_renamed: 'The shortlist has its new name.',
  shortlist_deleted: 'The shortlist is deleted.',
  shortlisted: 'Added to this shortlist.',
  shortlisted_before: 'On this shortlist already.',
  shortlist_shortened: 'Removed from this shortlist.',
  search_saved: 'Saved. It is among your saved searches, which count what is new.',
  search_saved_before: 'You have saved this search before.',
  search_seen: 'The newest come first.',
  search_removed: 'The saved search is removed.',
} as const

export type Flash = keyof typeof flashes

const cookie = 'parley_flash'

/** Redirects (303) to the page that shows the result, which says so once. */
export function redirectWith(c: AppContext, flash: Flash, href: string): Response {
  setCookie(c, cookie, flash, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60, secure: isHttps(c) })
  return c.redirect(href, 303)
}

/** What the page before wanted said, and forgets it. */
export function takeFlash(c: AppContext): string | null {
  const key = getCookie(c, cookie)
  if (key === undefined) return null
  deleteCookie(c, cookie, { path: '/', secure: isHttps(c) })
  return Object.hasOwn(flashes, key) ? flashes[key as Flash] : null
}

/** Whether the next page has something to say. */
export function hasFlash(c: AppContext): boolean {
  return getCookie(c, cookie) !== undefined
}

function isHttps(c: AppContext): boolean {
  return c.var.env.PUBLIC_URL.startsWith('https:')
}
