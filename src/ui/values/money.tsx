import { type Cents, formatMoney } from '../../shared/money.ts'
import { useLocale } from './locale.ts'

type Props = {
  cents: Cents
  /** Leaves out ".00". */
  compact?: boolean | undefined
  /** The reader's unless told. */
  currency?: string | undefined
}

export const Money = ({ cents, compact, currency }: Props) => {
  const reader = useLocale()
  const text = formatMoney(cents, currency ?? reader.currency, { locale: reader.locale, compact })
  return <span class="money">{text}</span>
}
