import { State, type StateTone } from '../../../ui/data/badge.tsx'
import { type CaseState, caseStateLabels, type Measure, measureTexts } from '../case.ts'

type Props = { state: CaseState; measure: Measure | null }

export const CaseStateBadge = ({ state, measure }: Props) => (
  <State tone={measure === null ? tones[state] : measureTones[measure]}>
    {measure === null ? caseStateLabels[state] : measureTexts[measure].done}
  </State>
)

const tones: Record<CaseState, StateTone> = { open: 'move', upheld: 'done', dismissed: 'wait' }

// "Flagged" and "Suspended" look as they do beside the thing or the person itself.
const measureTones: Record<Measure, StateTone> = { warning: 'done', flag: 'off', suspension: 'off' }
