import { formatCount, formatPercent } from '../shared/format.ts'

export const Count = ({ value, compact }: { value: number; compact?: boolean | undefined }) => (
  <span class="number">{formatCount(value, { compact })}</span>
)

/** A share: 0.041 reads "4.1%". */
export const Percent = ({ share }: { share: number }) => <span class="number">{formatPercent(share)}</span>
