import * as z from 'zod'
import { formatCount } from '../../shared/format.ts'
import { type Cents, cents, formatMoney, MAX_CENTS } from '../../shared/money.ts'
import { type CountProblem, parseCount } from '../../shared/numbers/parse-count.ts'
import { type MoneyProblem, parseMoney } from '../../shared/numbers/parse-money.ts'
import { plainCharacters } from '../../shared/numbers/typed-number.ts'
import { tidyLine, tidyParagraphs } from '../../shared/text/invisible.ts'
import { isDay } from '../../shared/time.ts'
import { canonicalTimeZone } from '../../shared/time-zones/time-zones.ts'
import { readWebAddress, type WebAddressProblem } from '../../shared/web/web-address.ts'
import { platformCurrency } from './platform-currency.ts'

// Zod schemas that turn the strings of a form into domain values, with error messages.

/** One line of text. May be empty unless `required` gives the error message. */
export function line(limits: { max: number; min?: number; required?: string }) {
  return oneValue(limits.required).transform(tidyLine).pipe(bounded(limits))
}

/** A name: one line with at least one letter or digit that can be seen. */
export function name(limits: { max: number; required: string }) {
  return line(limits).refine((text) => text === '' || /[\p{L}\p{N}]/u.test(text), {
    error: 'Use at least one letter or digit',
  })
}

/** Several lines of text, separated by `\n`. */
export function paragraphs(limits: { max: number; min?: number; required?: string }) {
  return oneValue(limits.required).transform(tidyParagraphs).pipe(bounded(limits))
}

/** An amount of money in the platform's currency: "1250.00", "$1,250", "1.2k". Returns cents. */
export function money(limits: { required?: string; min?: Cents; max?: Cents } = {}) {
  const { required = 'Enter an amount', min = cents(0), max = cents(MAX_CENTS) } = limits
  const field = oneValue(required).transform((text, context) => {
    if (text.trim() === '') return problem(context, required)
    const amount = parseMoney(text, platformCurrency())
    if (!amount.ok) return problem(context, moneyProblem(amount.refusal, min, max))
    if (amount.value < min) return problem(context, `Enter at least ${shown(min)}`)
    return amount.value <= max ? amount.value : problem(context, `Enter at most ${shown(max)}`)
  })
  moneyFields.add(field)
  return field
}

/** Whether a field was made by `money()`. The stored value does not tell: amounts and counts are both numbers. */
export function isMoneyField(field: object): boolean {
  return moneyFields.has(field)
}

const moneyFields = new WeakSet<object>()

/** A whole number: "12500", "12,500", "12.5k". */
export function wholeNumber(limits: { required: string; min: number; max: number }) {
  return oneValue(limits.required).transform((text, context) => {
    if (text.trim() === '') return problem(context, limits.required)
    const count = parseCount(text)
    if (count.ok && count.value >= limits.min && count.value <= limits.max) return count.value
    const ambiguous = count.ok || limits.max < 1_000 ? undefined : countProblems[count.refusal]
    return problem(context, ambiguous ?? range(limits))
  })
}

const countProblems: Partial<Record<CountProblem, string>> = {
  separators: 'Use commas only between thousands, like 12,500',
  dot: 'Leave out the dot, which could mean thousands or a fraction. Write 1,234 or 1.2k',
}

function range({ min, max }: { min: number; max: number }): string {
  return `Enter a whole number from ${formatCount(min)} to ${formatCount(max)}`
}

/** A calendar day, `YYYY-MM-DD`. */
export function day(required: string) {
  return oneValue(required).transform((text, context) => {
    const typed = plainCharacters(text)
    if (typed === '') return problem(context, required)
    return isDay(typed) ? typed : problem(context, 'Enter a real date, like 2026-11-30')
  })
}

/** An IANA time zone under the name that lists show. */
export const timeZone = line({ max: 64 }).transform(
  (text, context) => canonicalTimeZone(text) ?? problem(context, 'Choose a time zone from the list'),
)

/** One value of a fixed list. */
export function choice<const Key extends string>(keys: readonly [Key, ...Key[]], required: string) {
  return z.enum(keys, { error: required })
}

/** Any number of values of a fixed list, or none. */
export function choices<const Key extends string>(keys: readonly [Key, ...Key[]], message: string) {
  return list().pipe(z.array(z.enum(keys, { error: message })).max(keys.length, { error: message }))
}

/** A field that may repeat. Always returns a list of strings. */
export function list(max = 100) {
  return z
    .union([z.string(), z.array(z.string())], { error: 'Enter text' })
    .optional()
    .transform((value = []) => (typeof value === 'string' ? [value] : value))
    .pipe(z.array(z.string()).max(max, { error: `Choose at most ${max}` }))
}

/** A blank or missing field gives `blank`, by default undefined. Otherwise the schema decides. */
export function optional<Schema extends z.ZodType, const Blank = undefined>(schema: Schema, blank?: Blank) {
  const field = z
    .preprocess(
      (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
      schema.optional(),
    )
    .transform((value) => (value === undefined ? (blank as Blank) : (value as z.output<Schema>)))
  if (isMoneyField(schema)) moneyFields.add(field)
  return field
}

/** A web address, completed with https:// and in one form. See `readWebAddress`. */
export function webAddress(required = 'Enter a web address, like https://example.com') {
  return oneValue(required).transform((text, context) => {
    if (tidyLine(text) === '') return problem(context, required)
    const address = readWebAddress(text)
    if (!address.ok) return problem(context, addressProblems[address.refusal])
    return address.value.length <= MAX_ADDRESS
      ? address.value
      : problem(context, `Use at most ${MAX_ADDRESS} characters`)
  })
}

const MAX_ADDRESS = 300

const addressProblems: Readonly<Record<WebAddressProblem, string>> = {
  scheme: 'Enter an address that begins with https:// or http://',
  twice: 'This is two addresses in one. Enter one, like https://example.com',
  credentials: 'Leave out the name and password before the @',
  no_address: 'Enter a full web address, like https://example.com',
}

function oneValue(required = 'Fill this in') {
  return z.string({ error: (issue) => (Array.isArray(issue.input) ? 'Fill this in once' : required) })
}

function bounded({ max, min = 0, required }: { max: number; min?: number; required?: string }) {
  return z
    .string()
    .min(required ? 1 : 0, { error: required ?? '' })
    .min(min, { error: `Use at least ${min} characters` })
    .max(max, { error: `Use at most ${max.toLocaleString('en')} characters` })
}

function moneyProblem(refusal: MoneyProblem, min: Cents, max: Cents): string {
  switch (refusal) {
    case 'separators':
      return 'Use commas only between thousands, and a dot before cents, like 1,250.00'
    case 'decimals':
      return 'Use two digits after the dot, like 1250.00. For thousands use a comma'
    case 'currency':
      return `Enter the amount in ${platformCurrency()}, like 1250.00`
    case 'negative':
      return `Enter at least ${shown(min)}`
    case 'too_large':
      return `Enter at most ${shown(max)}`
    case 'no_number':
      return 'Enter an amount like 1250.00'
  }
}

function shown(amount: Cents): string {
  return formatMoney(amount, platformCurrency())
}

function problem(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
