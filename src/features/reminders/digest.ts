import type { AdRequestId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import { type DueDeliverable, dueDeliverables, type RunningDeal } from './due-deliverables.ts'
import {
  type FittingCampaign,
  fittingCampaigns,
  type OpenCampaign,
  type Profile,
} from './fitting-campaigns.ts'
import { isCallingBack } from './reminder-time.ts'

export interface WaitingRequest {
  readonly id: AdRequestId
  readonly campaignName: string
  /** The other side. */
  readonly from: string
  readonly paymentAmount: Cents
  /** Milliseconds UTC. */
  readonly closesAt: number
}

/** What we know about one person. */
export interface Situation {
  readonly lastSeenAt: number
  readonly timeZone: string
  /** Most urgent first. */
  readonly waiting: readonly WaitingRequest[]
  readonly deals: readonly RunningDeal[]
  /** Null for a sponsor, and for an influencer who is hidden. */
  readonly profile: Profile | null
  /** Campaigns that they have a request for. */
  readonly knownCampaigns: ReadonlySet<number>
}

/** What the daily reminder tells one person. */
export interface Digest {
  readonly waiting: readonly WaitingRequest[]
  readonly due: readonly DueDeliverable[]
  readonly campaigns: readonly FittingCampaign[]
}

/**
 * Null if there is nothing to say. New campaigns alone are no reason for an e-mail, unless the person has not been seen
 * for a while. They are new if they were published after the last visit.
 */
export function digestFor(
  { lastSeenAt, timeZone, waiting, deals, profile, knownCampaigns }: Situation,
  recent: readonly OpenCampaign[],
  now: number,
): Digest | null {
  const due = dueDeliverables(deals, now)
  const unseen = recent.filter(({ publishedAt }) => publishedAt > lastSeenAt)
  const campaigns = profile ? fittingCampaigns(profile, unseen, knownCampaigns) : []
  const isReason =
    waiting.length > 0 || due.length > 0 || (campaigns.length > 0 && isCallingBack(lastSeenAt, now, timeZone))
  return isReason ? { waiting, due, campaigns } : null
}
