import { type Cents, formatMoney, type MoneyStyle } from '../shared/money.ts'
import { useReader } from './reader.ts'

type Props = Omit<MoneyStyle, 'locale'> & { cents: Cents }

export const Money = ({ cents, ...style }: Props) => {
  const { currency, locale } = useReader()
  return <span class="money">{formatMoney(cents, currency, { ...style, locale })}</span>
}
