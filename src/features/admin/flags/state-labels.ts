import type { FlagState } from '../../flags/schema.ts'

export const flagStateLabels: Record<FlagState, string> = {
  appealed: 'Appeal waiting',
  open: 'Flagged',
  kept: 'Kept after appeal',
  lifted: 'Lifted',
}
