import { formatCount, formatDuration, formatPercent } from '../../../shared/format.ts'
import { cents, formatMoney } from '../../../shared/money.ts'
import type { FigureFormat } from './figure.ts'

/** How a reader's figures are written. `currency` is an ISO 4217 code. */
export interface FigureStyle {
  readonly currency: string
  readonly locale: string
}

/** For mails and files, which do not know the reader's browser. */
export const plainLocale = 'en-US'

export const NO_FIGURE = '–'

/** A figure as text: "12", "$1,450", "62.5%", "+4.2%", "5.5 hours". */
export function formatFigure(
  value: number | null,
  format: FigureFormat,
  { currency, locale }: FigureStyle,
): string {
  if (value === null) return NO_FIGURE
  switch (format) {
    case 'count':
      return formatCount(value, { locale })
    case 'money':
      return formatMoney(cents(value), currency, { locale, compact: true })
    case 'percent':
      return formatPercent(value, locale)
    case 'difference':
      return `${sign(value)}${formatPercent(Math.abs(value), locale)}`
    case 'duration':
      return formatDuration(value)
  }
}

// Less than half of the last digit is no difference.
function sign(value: number): string {
  if (Math.abs(value) < 0.0005) return ''
  return value > 0 ? '+' : '−'
}
