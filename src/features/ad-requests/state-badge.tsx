import { State } from '../../ui/data/badge.tsx'
import { type AdRequest, stateAt } from './ad-request.ts'
import type { Side } from './offer.ts'
import { closedStateLabels, turnLabels } from './schema.ts'

type Props = { adRequest: Pick<AdRequest, 'state' | 'closesAt' | 'turn'>; side: Side | null; now: number }

/** A request's state from the viewer's side; `side` is null for admins. */
export const AdRequestStateBadge = ({ adRequest, side, now }: Props) => {
  const state = stateAt(adRequest, now)
  if (state !== 'pending')
    return <State tone={state === 'accepted' ? 'done' : 'off'}>{closedStateLabels[state]}</State>
  if (side === null) {
    return <State tone="wait">{turnLabels[adRequest.turn]}</State>
  }
  return side === adRequest.turn ? (
    <State tone="move">{turnLabels.mine}</State>
  ) : (
    <State tone="wait">{turnLabels.theirs}</State>
  )
}
