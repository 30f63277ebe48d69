import { formatAlignedPercent, formatCount } from '../../shared/format.ts'
import { useLocale } from './locale.ts'

export const Count = ({ value, compact }: { value: number; compact?: boolean | undefined }) => (
  <>{formatCount(value, { locale: useLocale().locale, compact })}</>
)

/** A ratio: 0.041 is shown as "4.1%", and 0.07 as "7.0%", so that they line up in a column. */
export const Percent = ({ share }: { share: number }) => (
  <>{formatAlignedPercent(share, useLocale().locale)}</>
)
