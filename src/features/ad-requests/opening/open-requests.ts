import { type Result, refuse } from '../../../shared/result.ts'
import { explainApplicationBlocker } from '../../campaigns/policy.ts'
import { type Origin, open } from '../ad-request.ts'
import { explainBlocker } from '../blocker.ts'
import type { Offer, Proposal } from '../offer.ts'
import { explainRefusal } from '../refusal.ts'
import { type Candidate, MAX_INVITED, type Opening } from './queries.ts'

/** Somebody to whom no request can be opened, and why. */
export interface LeftOut {
  readonly candidate: Candidate
  readonly reason: string
}

/** Who can be invited, and who cannot. An application has one candidate: the influencer who applies. */
export interface Sorted {
  readonly invitable: readonly Candidate[]
  readonly leftOut: readonly LeftOut[]
}

export function sortCandidates({ candidates }: Opening, origin: Origin): Sorted {
  const sorted = candidates.map((candidate) => ({ candidate, reason: reasonOf(candidate, origin) }))
  return {
    invitable: sorted.flatMap(({ candidate, reason }) => (reason === null ? candidate : [])),
    leftOut: sorted.flatMap(({ candidate, reason }) => (reason === null ? [] : { candidate, reason })),
  }
}

/** The first offer to all of the candidates, or form errors. Who cannot be invited is told apart before. */
export function openRequests(
  candidates: readonly Candidate[],
  proposal: Proposal,
  origin: Origin,
  currency: string,
  now: number,
): Result<Offer, Record<string, string>> {
  const [first] = candidates
  if (!first) return refuse({ form: 'Select at least one influencer to invite.' })
  if (candidates.length > MAX_INVITED) {
    return refuse({ form: `Invite at most ${MAX_INVITED} influencers at once.` })
  }
  const by = origin === 'invitation' ? 'sponsor' : 'influencer'
  const opened = open(by, proposal, first.context, now, candidates.length)
  return opened.ok ? opened : refuse(explainRefusal(opened.refusal, by, currency))
}

/** The blockers of the person themselves. Those of the campaign and its sponsor are the same for everybody. */
function reasonOf({ context, openRequest, takesOffers }: Candidate, origin: Origin): string | null {
  const { active, flagged } = context.influencer
  if (origin === 'application') {
    if (openRequest) return explainApplicationBlocker('has_request')
    return flagged ? explainBlocker({ kind: 'influencer_flagged' }) : null
  }
  if (!active || flagged) return "Their profile isn't available for now."
  if (openRequest) return 'There is already an open request.'
  return takesOffers ? null : "They aren't taking offers for now."
}
