import type { BulkKind } from './bulk-kind.ts'
import { flagsOfAdRequests, flagsOfCampaigns, flagsOfPeople } from './kinds/flags.ts'
import { mailRetry } from './kinds/mail-retry.ts'
import { sponsorApproval, sponsorRejection } from './kinds/sponsor-answers.tsx'
import { suspension, suspensionEnd } from './kinds/suspensions.tsx'
import type { BulkAction } from './schema.ts'

/** Everything that admins can do to many rows at once. */
export const bulkKinds = {
  sponsor_approval: sponsorApproval,
  sponsor_rejection: sponsorRejection,
  person_flag: flagsOfPeople.flag,
  person_flag_removal: flagsOfPeople.lift,
  campaign_flag: flagsOfCampaigns.flag,
  campaign_flag_removal: flagsOfCampaigns.lift,
  ad_request_flag: flagsOfAdRequests.flag,
  ad_request_flag_removal: flagsOfAdRequests.lift,
  suspension,
  suspension_end: suspensionEnd,
  mail_retry: mailRetry,
} as const satisfies Record<string, BulkKind>

export type BulkKindName = keyof typeof bulkKinds

export const bulkKindNames = Object.keys(bulkKinds) as readonly BulkKindName[]

/** The kind of a stored action. Throws if this version of Parley does not know it. */
export function kindOf({ kind }: Pick<BulkAction, 'kind'>): BulkKind {
  const name = bulkKindNames.find((one) => one === kind)
  if (!name) throw new Error(`There is no bulk action of the kind ${kind}.`)
  return bulkKinds[name]
}

/** "Approve sponsors". A kind that this version of Parley does not know stays as it is. */
export function bulkKindLabel(kind: string): string {
  const name = bulkKindNames.find((one) => one === kind)
  return name ? `${bulkKinds[name].verb} ${bulkKinds[name].things.many}` : kind
}
