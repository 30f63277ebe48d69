import type { Option } from '../../../ui/forms/choice.tsx'

/** The two answers to an appeal. */
export const decisions: readonly Option[] = [
  { value: 'lifted', label: 'Lift the flag' },
  { value: 'kept', label: 'Keep the flag' },
]
