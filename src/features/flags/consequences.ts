import type { ModeratedSubject } from './subject.ts'

/** What a flag means while it stands, for the owner. One paragraph each. */
const forOwner: Record<ModeratedSubject | 'sponsor', readonly string[]> = {
  user: [
    'Only you and admins can see your profile. It is not in search, in lists or on shared links.',
    "You can't apply to campaigns or be invited, and open requests can't be agreed on. Existing deals continue.",
  ],
  sponsor: [
    'Your campaigns are hidden from everybody but you and admins, and they take no new requests.',
    "Open requests can't be agreed on. Existing deals continue.",
  ],
  campaign: [
    'Only you and admins can see this campaign, and it takes no new requests.',
    "Open requests can't be agreed on. Existing deals continue.",
  ],
  ad_request: [
    'Neither side can make or accept an offer or write a message. You can still reject or withdraw the offer.',
    'The deadline to answer the offer stays the same.',
  ],
  message: ['The other side sees a note in its place that an admin has hidden it. You can still read it.'],
}

/** `isSponsor` tells the two kinds of profile apart. */
export function consequencesOf(subject: ModeratedSubject, isSponsor: boolean): readonly string[] {
  return forOwner[subject === 'user' && isSponsor ? 'sponsor' : subject]
}
