import { DAY } from '../../src/shared/time.ts'

/** What everything in a crowd follows from. */
export interface Plan {
  readonly seed: number
  readonly now: number
  readonly counts: {
    readonly influencers: number
    readonly sponsors: number
    readonly campaigns: number
    readonly requests: number
  }
  /** The first free ids of the database. */
  readonly first: { readonly user: number; readonly campaign: number; readonly request: number }
  /** Everybody's: one hash takes 200 ms. */
  readonly passwordHash: string
  /** How many people have asked for each username so far. */
  readonly usernames: Map<string, number>
}

/** Beyond this many influencers, most of the others only have a profile, and their activity is left out. */
export const MAX_BUSY = 10_000

/**
 * 10,000 influencers have 5,000 campaigns and 50,000 requests. Beyond that one in four has campaigns and one in
 * twenty requests: a million with all of theirs would take four times as long to load.
 */
export function countsFor(influencers: number): Plan['counts'] {
  const beyond = Math.max(0, influencers - MAX_BUSY)
  const withCampaigns = influencers - beyond * (3 / 4)
  const withRequests = influencers - beyond * (19 / 20)
  return {
    influencers,
    sponsors: Math.max(8, Math.round(withCampaigns * 0.032)),
    campaigns: Math.max(24, Math.round(withCampaigns / 2)),
    requests: Math.round(withRequests * 5),
  }
}

/** The day in UTC; `dayIn` knows time zones, which takes longer than all the rest of a channel. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

const OLDEST = 560 * DAY

/** When an influencer joined: many early, fewer lately, the last one a day ago. */
export function joinedAt(index: number, { now, counts }: Plan): number {
  return Math.floor(now - DAY - (1 - (index / counts.influencers) ** 2.2) * (OLDEST - DAY))
}

/** How many influencers had joined by then. */
export function joinedBy(at: number, { now, counts }: Plan): number {
  const share = 1 - (now - at - DAY) / (OLDEST - DAY)
  return Math.floor(Math.min(1, Math.max(0, share)) ** (1 / 2.2) * counts.influencers)
}

/** Sponsors were all there before the first influencer. */
export function sponsorJoinedAt(index: number, { now }: Plan): number {
  return now - OLDEST - (index % 40) * DAY - 10 * DAY
}
