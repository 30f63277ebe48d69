import { explainApplicationBlocker } from '../../campaigns/policy.ts'
import { type Origin, open } from '../ad-request.ts'
import { explainBlocker } from '../blocker.ts'
import type { Offer, Proposal } from '../offer.ts'
import { type Candidate, MAX_INVITED, type Opening } from './queries.ts'

/** The first offer, the same for every candidate. `error` says why it cannot be sent to one of them. */
export interface Opened {
  readonly offer: Offer | null
  readonly error: string | null
}

export function openRequests(
  { candidates }: Opening,
  proposal: Proposal,
  origin: Origin,
  now: number,
): Opened {
  const by = origin === 'invitation' ? 'sponsor' : 'influencer'
  const opened = candidates.map((candidate) => ({
    candidate,
    offer: open(by, proposal, candidate.context, now),
  }))
  const errors = opened.flatMap(({ candidate, offer }) => {
    if (candidate.openRequest) return openRequestError(candidate, origin)
    if (offer.ok) return []
    const reason = explainBlocker(offer.refusal)
    return candidates.length > 1 ? `${candidate.name}: ${reason}` : reason
  })
  const [first] = opened
  return {
    offer: first?.offer.ok ? first.offer.value : null,
    error: countError(candidates.length) ?? errors[0] ?? null,
  }
}

function countError(candidates: number): string | null {
  if (candidates === 0) return 'Select at least one influencer to invite.'
  return candidates > MAX_INVITED ? `Invite at most ${MAX_INVITED} influencers at once.` : null
}

function openRequestError({ name }: Candidate, origin: Origin): string {
  return origin === 'invitation'
    ? `There is already an open request with ${name}.`
    : explainApplicationBlocker('has_request')
}
