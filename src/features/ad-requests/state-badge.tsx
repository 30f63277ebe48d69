import { State } from '../../ui/data/badge.tsx'
import { type AdRequest, stateAt } from './ad-request.ts'
import type { Side } from './offer.ts'
import type { ClosedState } from './refusal.ts'

type Props = { adRequest: Pick<AdRequest, 'state' | 'closesAt' | 'turn'>; side: Side | null; now: number }

/** A request's state from the viewer's side; `side` is null for admins. */
export const AdRequestStateBadge = ({ adRequest, side, now }: Props) => {
  const state = stateAt(adRequest, now)
  if (state !== 'pending') return <State tone={state === 'accepted' ? 'done' : 'off'}>{labels[state]}</State>
  if (side === null) {
    return <State tone="wait">{adRequest.turn === 'sponsor' ? "Sponsor's move" : "Influencer's move"}</State>
  }
  return side === adRequest.turn ? (
    <State tone="move">Your move</State>
  ) : (
    <State tone="wait">Their move</State>
  )
}

const labels: Record<ClosedState, string> = {
  accepted: 'Agreed',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
}
