import { State } from '../../../ui/data/badge.tsx'
import { type CaseState, caseStateLabels, type Measure, measureTexts } from '../case.ts'

type Props = { state: CaseState; measure: Measure | null }

export const CaseStateBadge = ({ state, measure }: Props) => (
  <State tone={state === 'open' ? 'move' : state === 'upheld' ? 'done' : 'off'}>
    {measure === null ? caseStateLabels[state] : measureTexts[measure].done}
  </State>
)
