import { State, type StateTone } from '../../../ui/data/badge.tsx'
import type { FlagState } from '../../flags/schema.ts'
import { flagStateLabels } from './state-labels.ts'

const tones: Record<FlagState, StateTone> = { appealed: 'move', open: 'off', kept: 'off', lifted: 'done' }

type Props = {
  state: FlagState
  /** Whether the request has closed, or the thing has been deleted. */
  isOver?: boolean
}

export const FlagStateBadge = ({ state, isOver = false }: Props) =>
  isOver && state !== 'lifted' ? (
    <State tone="done">Closed or deleted</State>
  ) : (
    <State tone={tones[state]}>{flagStateLabels[state]}</State>
  )
