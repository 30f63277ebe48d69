import { State, type StateTone } from '../../../ui/data/badge.tsx'
import { outcomeTexts, type ReportOutcome } from '../abuse-report.ts'

export const OutcomeBadge = ({ outcome }: { outcome: ReportOutcome }) => (
  <State tone={tones[outcome]}>{outcomeTexts[outcome].label}</State>
)

const tones: Record<ReportOutcome, StateTone> = {
  open: 'wait',
  upheld: 'done',
  dismissed: 'wait',
  abusive: 'off',
}
