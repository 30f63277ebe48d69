import { State, type StateTone } from '../../ui/data/badge.tsx'
import { type AdRequest, type AdRequestState, stateAt } from './ad-request.ts'
import type { Side } from './offer.ts'
import { closedStateLabels, closedTones, turnLabels } from './schema.ts'

type Shown = Pick<AdRequest, 'state' | 'closesAt' | 'turn'>

type Props = { adRequest: Shown; side: Side | null; now: number }

/** A request's state from the viewer's side; `side` is null for admins. */
export const AdRequestStateBadge = ({ adRequest, side, now }: Props) => (
  <State tone={toneOf(stateAt(adRequest, now), adRequest.turn === side)}>
    {stateLabel(adRequest, side, now)}
  </State>
)

/** The text of the badge: "Your move", "Agreed". */
export function stateLabel(adRequest: Shown, side: Side | null, now: number): string {
  const state = stateAt(adRequest, now)
  if (state !== 'pending') return closedStateLabels[state]
  if (side === null) return turnLabels[adRequest.turn]
  return side === adRequest.turn ? turnLabels.mine : turnLabels.theirs
}

function toneOf(state: AdRequestState, isOwnMove: boolean): StateTone {
  if (state === 'pending') return isOwnMove ? 'move' : 'wait'
  return closedTones[state]
}
