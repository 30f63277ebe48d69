import { State, type StateTone } from '../../../ui/data/badge.tsx'
import type { FlagState } from '../../flags/schema.ts'
import { flagStateLabels } from './state-labels.ts'

const tones: Record<FlagState, StateTone> = { appealed: 'move', open: 'off', kept: 'off', lifted: 'done' }

export const FlagStateBadge = ({ state }: { state: FlagState }) => (
  <State tone={tones[state]}>{flagStateLabels[state]}</State>
)
