import { DAY, MINUTE } from '../../src/shared/time.ts'

/** All rows of a crowd follow from this. */
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
  readonly first: {
    readonly user: number
    readonly campaign: number
    readonly request: number
    readonly flag: number
    readonly abuseCase: number
  }
  /** Everybody has the same one, because a hash takes 200 ms. */
  readonly passwordHash: string
  /** How many people have asked for each username so far. */
  readonly usernames: Map<string, number>
}

/** Of the influencers beyond this number, most only have a profile, and none has recorded activity. */
export const MAX_BUSY = 10_000

/**
 * 10,000 influencers have 5,000 campaigns and 50,000 requests. Of those beyond, only one in four counts for campaigns
 * and one in twenty for requests. Otherwise a million influencers would take four times as long to load.
 */
export function countsFor(influencers: number, chosen: ChosenCounts = {}): Plan['counts'] {
  const beyond = Math.max(0, influencers - MAX_BUSY)
  const withCampaigns = influencers - beyond * (3 / 4)
  const withRequests = influencers - beyond * (19 / 20)
  return {
    influencers,
    sponsors: Math.max(8, Math.round(withCampaigns * 0.032)),
    campaigns: chosen.campaigns ?? Math.max(24, Math.round(withCampaigns / 2)),
    requests: chosen.requests ?? Math.round(withRequests * 5),
  }
}

/** Instead of what follows from the number of influencers. */
export interface ChosenCounts {
  readonly campaigns?: number | undefined
  readonly requests?: number | undefined
}

/** The day in UTC. `dayAt` would be too slow here, because it handles time zones. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

const OLDEST = 560 * DAY

/** When an influencer joined. Most joined early, and the last one joined a day ago. */
export function joinedAt(index: number, { now, counts }: Plan): number {
  return Math.floor(now - DAY - (1 - (index / counts.influencers) ** 2.2) * (OLDEST - DAY))
}

/** How many influencers had joined by then. */
export function joinedBy(at: number, { now, counts }: Plan): number {
  const share = 1 - (now - at - DAY) / (OLDEST - DAY)
  return Math.floor(Math.min(1, Math.max(0, share)) ** (1 / 2.2) * counts.influencers)
}

/** All sponsors joined before the first influencer. */
export function sponsorJoinedAt(index: number, { now }: Plan): number {
  return now - OLDEST - (index % 40) * DAY - 10 * DAY
}

/** When the last sweep ran, in milliseconds UTC. It recorded everything that had ended by then. */
export function lastSweep(now: number): number {
  return now - 5 * MINUTE
}
