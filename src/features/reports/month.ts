import { dayAt, startOfDay } from '../../shared/time.ts'

/** A calendar month, written `YYYY-MM`, from its first moment to the first moment after it. Milliseconds UTC. */
export interface Month {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** A month in a time zone. */
export function monthIn(name: string, timeZone: string): Month {
  const to = addMonths(name, 1)
  return { name, from: startOfDay(`${name}-01`, timeZone), to: startOfDay(`${to}-01`, timeZone) }
}

/** The name of the month that a moment falls in. */
export function monthAt(moment: number, timeZone: string): string {
  return dayAt(moment, timeZone).slice(0, 7)
}

/** The name of the month so many months later. A negative number goes back. */
export function addMonths(name: string, months: number): string {
  const [year = 0, month = 1] = name.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7)
}

/** The months from `first` to `last`, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const names: string[] = []
  for (let name = first; name <= last; name = addMonths(name, 1)) names.push(name)
  return names
}

/** Whether this is a month, written `YYYY-MM`, of a year that Parley can be asked about. */
export function isMonthName(text: string): boolean {
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(text)
}

/** "October 2026" */
export function monthTitle(name: string): string {
  return titles.format(Date.parse(`${name}-01T00:00:00Z`))
}

/** "October", or "October 2025" if it is not in the year of the month `beside` it. */
export function monthLabel(name: string, beside: string): string {
  const title = monthTitle(name)
  return name.slice(0, 4) === beside.slice(0, 4) ? title.slice(0, -5) : title
}

/** "Oct" */
export function shortMonth(name: string): string {
  return monthTitle(name).slice(0, 3)
}

const titles = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' })
