/** An amount in whole minor units of the platform's currency. Ledger entries may be negative. */
export type Cents = number & { readonly __brand: 'Cents' }

/** The largest amount that a form accepts, in minor units. */
export const MAX_CENTS = 1_000_000_000_00

/**
 * Brands a number of minor units.
 * Throws a RangeError for fractions, and for numbers too large for a double to count exactly.
 */
export function cents(amount: number): Cents {
  if (!isCents(amount)) throw new RangeError(`${amount} is not a whole number of cents`)
  return amount
}

/** The same amount as a decimal for a form field: 125000 gives "1250.00". */
export function toDecimal(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export type MoneyStyle = {
  locale?: string | undefined
  /** Leaves out ".00". Other cents are kept. */
  compact?: boolean | undefined
}

/** An amount as text: "$1,250.00", or "$1,250" when compact. `currency` is an ISO 4217 code. */
export function formatMoney(amount: Cents, currency: string, style: MoneyStyle = {}): string {
  const locale = style.locale ?? 'en-US'
  const decimals = style.compact && amount % 100 === 0 ? 0 : 2
  return formatter(locale, currency, decimals).format(amount / 100)
}

/** An amount in few characters, for axes: "$950", "$12.50", "$1.2K", "$3.4M". */
export function formatShortMoney(amount: Cents, currency: string, locale = 'en-US'): string {
  if (Math.abs(amount) < 1_000_00) return formatMoney(amount, currency, { locale, compact: true })
  return formatter(locale, currency, 'short').format(amount / 100)
}

const formatters = new Map<string, Intl.NumberFormat>()

// Formatters are cached: creating one is slow, and a list page formats hundreds of amounts.
function formatter(locale: string, currency: string, decimals: 0 | 2 | 'short'): Intl.NumberFormat {
  const key = `${locale} ${currency} ${decimals}`
  const known = formatters.get(key)
  if (known) return known

  const created = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    ...(decimals === 'short'
      ? { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  })
  formatters.set(key, created)
  return created
}

function isCents(amount: number): amount is Cents {
  return Number.isSafeInteger(amount)
}
