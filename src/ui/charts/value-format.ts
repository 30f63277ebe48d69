import { formatCount, formatPercent } from '../../shared/format.ts'
import { cents, formatMoney, formatShortMoney } from '../../shared/money.ts'

/** How a chart writes its figures. */
export interface ValueFormat {
  /** In the table and in titles: "$1,234,500". */
  readonly exact: (value: number) => string
  /** At axes and bars, where there is little room: "$1.2M". */
  readonly short: (value: number) => string
  /** Ticks are whole multiples of it: there is no half request. */
  readonly step: number
}

export function countFormat(locale?: string): ValueFormat {
  return {
    exact: (count) => formatCount(count, { locale }),
    short: (count) => formatCount(count, { locale, compact: true }),
    step: 1,
  }
}

/** For amounts in whole minor units. `currency` is an ISO 4217 code. */
export function moneyFormat(currency: string, locale?: string): ValueFormat {
  return {
    exact: (amount) => formatMoney(cents(amount), currency, { locale, compact: true }),
    short: (amount) => formatShortMoney(cents(amount), currency, locale),
    step: 1,
  }
}

/** For ratios: 0.041 is "4.1%". */
export function percentFormat(locale?: string): ValueFormat {
  const percent = (ratio: number) => formatPercent(ratio, locale)
  return { exact: percent, short: percent, step: 0.01 }
}
