import type { AdRequestId, CampaignId, MessageId, UserId } from '../../shared/ids.ts'

/** What people can report and admins can flag. A new one starts here; the compiler names the other places. */
export const moderatedSubjects = ['user', 'campaign', 'ad_request', 'message'] as const

export type ModeratedSubject = (typeof moderatedSubjects)[number]

interface SubjectIds {
  readonly user: UserId
  readonly campaign: CampaignId
  readonly ad_request: AdRequestId
  readonly message: MessageId
}

export type ModeratedId<Subject extends ModeratedSubject = ModeratedSubject> = SubjectIds[Subject]

/** One thing that is reported or flagged: `{ subject: 'campaign', id }`. */
export type ModeratedThing = {
  [Subject in ModeratedSubject]: { readonly subject: Subject; readonly id: SubjectIds[Subject] }
}[ModeratedSubject]

interface SubjectNames {
  /** In a filter or a table: "Campaign". */
  readonly label: string
  /** For its owner: "your campaign". */
  readonly yours: string
}

/** A flagged user is a profile to everybody but admins: an influencer's or a sponsor's. */
export const subjectNames: Record<ModeratedSubject, SubjectNames> = {
  user: { label: 'Profile', yours: 'your profile' },
  campaign: { label: 'Campaign', yours: 'your campaign' },
  ad_request: { label: 'Ad request', yours: 'your ad request' },
  message: { label: 'Message', yours: 'your message' },
}

/** Labels for a select: `{ user: 'Profile', … }`. */
export const subjectLabels: Record<ModeratedSubject, string> = {
  user: subjectNames.user.label,
  campaign: subjectNames.campaign.label,
  ad_request: subjectNames.ad_request.label,
  message: subjectNames.message.label,
}

/** The thing that a row with a subject and its id is about. */
export function thingOf({
  subject,
  subjectId,
}: {
  readonly subject: ModeratedSubject
  readonly subjectId: number
}): ModeratedThing {
  return { subject, id: subjectId } as ModeratedThing
}
