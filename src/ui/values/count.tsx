import { formatCount, formatPercent } from '../../shared/format.ts'
import { useLocale } from './locale.ts'

export const Count = ({ value, compact }: { value: number; compact?: boolean | undefined }) => (
  <span class="number">{formatCount(value, { locale: useLocale().locale, compact })}</span>
)

/** A ratio: 0.041 is shown as "4.1%". */
export const Percent = ({ share }: { share: number }) => (
  <span class="number">{formatPercent(share, useLocale().locale)}</span>
)
