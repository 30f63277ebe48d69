import { State as Badge } from '../../ui/data/badge.tsx'
import { type AdRequest, type State, stateAt } from './ad-request.ts'
import type { Side } from './offer.ts'

type Props = { adRequest: Pick<AdRequest, 'state' | 'closesAt' | 'turn'>; side: Side | null; now: number }

/** Where a request stands, for the one who looks at it. */
export const AdRequestState = ({ adRequest, side, now }: Props) => {
  const state = stateAt(adRequest, now)
  if (state !== 'pending') return <Badge tone={state === 'accepted' ? 'done' : 'off'}>{words[state]}</Badge>
  if (side === null)
    return <Badge tone="wait">{adRequest.turn === 'sponsor' ? "Sponsor's move" : "Influencer's move"}</Badge>
  return side === adRequest.turn ? (
    <Badge tone="move">Your move</Badge>
  ) : (
    <Badge tone="wait">Their move</Badge>
  )
}

const words: Record<Exclude<State, 'pending'>, string> = {
  accepted: 'Agreed',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
}
