import { type Cents, formatMoney } from '../../shared/money.ts'
import { useLocale } from './locale.ts'

type Props = {
  cents: Cents
  /** Leaves out ".00". */
  compact?: boolean | undefined
  /** The platform's currency by default. */
  currency?: string | undefined
}

export const Money = ({ cents, compact, currency }: Props) => {
  const locale = useLocale()
  return <>{formatMoney(cents, currency ?? locale.currency, { locale: locale.locale, compact })}</>
}
