import * as z from 'zod'
import { type Cents, cents, MAX_CENTS, parseMoney, toDecimal } from '../../shared/money.ts'
import { isDay } from '../../shared/time.ts'
import { canonicalTimeZone } from '../../shared/time-zones/time-zones.ts'

// Zod schemas that turn the strings of a form into domain values, with error messages.

/** One line of text. May be empty unless `required` gives the error message. */
export function line(limits: { max: number; min?: number; required?: string }) {
  return oneValue(limits.required)
    .transform((text) => clean(text).replace(/\s+/g, ' ').trim())
    .pipe(bounded(limits))
}

/** Several lines of text, separated by `\n`. */
export function paragraphs(limits: { max: number; min?: number; required?: string }) {
  return oneValue(limits.required)
    .transform((text) => clean(text.replace(/\r\n?/g, '\n')).trim())
    .pipe(bounded(limits))
}

/** An amount of money as a decimal in the platform's currency. Returns cents. */
export function money(limits: { required?: string; min?: Cents; max?: Cents } = {}) {
  const { required = 'Enter an amount', min = cents(0), max = cents(MAX_CENTS) } = limits
  const field = oneValue(required).transform((text, context) => {
    const amount = parseMoney(text)
    if (amount !== null && amount >= min && amount <= max) return amount
    return problem(context, text.trim() === '' ? required : moneyProblem(amount, min, max))
  })
  moneyFields.add(field)
  return field
}

/** Whether a field was made by `money()`. The stored value does not tell: amounts and counts are both numbers. */
export function isMoneyField(field: object): boolean {
  return moneyFields.has(field)
}

const moneyFields = new WeakSet<object>()

/** A whole number. */
export function wholeNumber(limits: { required: string; min: number; max: number }) {
  return oneValue(limits.required).transform((text, context) => {
    const digits = text.trim().replaceAll(',', '')
    if (digits === '') return problem(context, limits.required)
    const number = /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN
    if (number >= limits.min && number <= limits.max) return number
    return problem(
      context,
      `Enter a whole number from ${limits.min.toLocaleString('en')} to ${limits.max.toLocaleString('en')}`,
    )
  })
}

/** A calendar day, `YYYY-MM-DD`. */
export function day(required: string) {
  return oneValue(required).transform((text, context) => {
    if (text.trim() === '') return problem(context, required)
    return isDay(text.trim()) ? text.trim() : problem(context, 'Enter a real date, like 2026-11-30')
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
    .transform((value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value))
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

/** A web address, https or http. */
export function webAddress(required = 'Enter a web address, like https://example.com') {
  return line({ max: 300, required }).pipe(
    z.url({ protocol: /^https?$/, error: 'Enter a full web address, like https://example.com' }),
  )
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

// Control characters do not belong in a text, and a NUL ends a string early in SQLite's own functions.
function clean(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '').normalize('NFC')
}

function moneyProblem(amount: Cents | null, min: Cents, max: Cents): string {
  if (amount === null) return 'Enter an amount like 1250.00'
  return amount < min ? `Enter at least ${toDecimal(min)}` : `Enter at most ${toDecimal(max)}`
}

function problem(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
