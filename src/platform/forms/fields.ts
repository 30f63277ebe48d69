import * as z from 'zod'
import { type Cents, cents, MAX_CENTS, parseMoney, toDecimal } from '../../shared/money.ts'
import { isDay } from '../../shared/time.ts'

/** Building blocks of every form's schema: from the strings of a form to domain values, with words for people. */

/** One line of text; empty when not required. */
export function line(limits: { most: number; least?: number; required?: string }) {
  return oneValue(limits.required)
    .transform((text) => clean(text).replace(/\s+/g, ' ').trim())
    .pipe(bounded(limits))
}

/** Text of several lines; line ends are kept as `\n`. */
export function paragraphs(limits: { most: number; least?: number; required?: string }) {
  return oneValue(limits.required)
    .transform((text) => clean(text.replace(/\r\n?/g, '\n')).trim())
    .pipe(bounded(limits))
}

/** An amount of money as a decimal in the platform's currency. Gives cents. */
export function money(limits: { required?: string; least?: Cents; most?: Cents } = {}) {
  const { required = 'Enter an amount', least = cents(0), most = cents(MAX_CENTS) } = limits
  return oneValue(required).transform((text, context) => {
    const amount = parseMoney(text)
    if (amount !== null && amount >= least && amount <= most) return amount
    return problem(context, text.trim() === '' ? required : moneyProblem(amount, least, most))
  })
}

/** A whole number. */
export function wholeNumber(limits: { required: string; least: number; most: number }) {
  return oneValue(limits.required).transform((text, context) => {
    const digits = text.trim().replaceAll(',', '')
    if (digits === '') return problem(context, limits.required)
    const number = /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN
    if (number >= limits.least && number <= limits.most) return number
    return problem(
      context,
      `Enter a whole number from ${limits.least.toLocaleString('en')} to ${limits.most.toLocaleString('en')}`,
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

/** One of a fixed list. */
export function choice<const Key extends string>(keys: readonly [Key, ...Key[]], required: string) {
  return z.enum(keys, { error: required })
}

/** Any number of a fixed list, none included. */
export function choices<const Key extends string>(keys: readonly [Key, ...Key[]], message: string) {
  return list().pipe(z.array(z.enum(keys, { error: message })).max(keys.length, { error: message }))
}

/** A field that may repeat: always a list of strings, with at most so many. */
export function list(most = 100) {
  return z
    .union([z.string(), z.array(z.string())], { error: 'Enter text' })
    .optional()
    .transform((value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value))
    .pipe(z.array(z.string()).max(most, { error: `At most ${most} of these` }))
}

/** A blank field is nothing at all; otherwise the schema decides. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  )
}

/** An address on the web, https or http. */
export function webAddress(required = 'Enter an address, like https://example.com') {
  return line({ most: 300, required }).pipe(
    z.url({ protocol: /^https?$/, error: 'Enter a whole address, like https://example.com' }),
  )
}

function oneValue(required = 'Fill this in') {
  return z.string({ error: (issue) => (Array.isArray(issue.input) ? 'Fill this in once' : required) })
}

function bounded({ most, least = 0, required }: { most: number; least?: number; required?: string }) {
  return z
    .string()
    .min(required ? 1 : 0, { error: required ?? '' })
    .min(least, { error: `Use at least ${least} characters` })
    .max(most, { error: `Use at most ${most.toLocaleString('en')} characters` })
}

// Control characters have no business in a text, and a NUL ends a string early in SQLite's own functions. The other
// signs mean something to the search (`src/search/tokens.ts`), and nothing to anybody else.
function clean(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u{e000}\u{e001}\u{f0000}-\u{10ffff}]/gu, '').normalize('NFC')
}

function moneyProblem(amount: Cents | null, least: Cents, most: Cents): string {
  if (amount === null) return 'Enter an amount like 1250.00'
  return amount < least ? `Enter at least ${toDecimal(least)}` : `Enter at most ${toDecimal(most)}`
}

function problem(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
