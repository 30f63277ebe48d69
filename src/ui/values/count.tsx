import { formatCount, formatPercent } from '../../shared/format.ts'
import { useLocale } from './locale.ts'

export const Count = ({ value, compact }: { value: number; compact?: boolean | undefined }) => (
  <>{formatCount(value, { locale: useLocale().locale, compact })}</>
)

/** A ratio: 0.041 is shown as "4.1%". */
export const Percent = ({ share }: { share: number }) => <>{formatPercent(share, useLocale().locale)}</>
