import { formatCount, formatDay } from '../../shared/format.ts'
import { parseCount } from '../../shared/numbers/parse-count.ts'
import { isDay } from '../../shared/time.ts'
import { parseId } from '../http/params.ts'

/** A filter of a list: one parameter of its URL. `Value` includes null if there may be no filter. */
export interface ListFilter<Value extends string | number | null> {
  /** On its field. */
  readonly label: string
  readonly control: FilterControl
  /** Its field is behind "More filters". */
  readonly isRare?: boolean
  /** The value if the URL has none, or one that is not valid. */
  readonly fallback: Value
  /** The value in a URL. Undefined if it is not valid. */
  readonly parse: (text: string) => Value | undefined
  /** The text of an active filter: "Sponsor". */
  readonly say: (value: string | number) => string
}

export type FilterControl =
  | { readonly kind: 'select'; readonly options: Readonly<Record<string, string>> }
  | {
      readonly kind: 'tabs'
      readonly options: Readonly<Record<string, string>>
      /** Whether tabs without rows are left out, but for the open one. */
      readonly hidesEmpty: boolean
    }
  | { readonly kind: 'date' | 'text' | 'number' }
  /** No field: only links to the list set it. It can still be removed. */
  | { readonly kind: 'none' }

type Labels<Key extends string> = Readonly<Record<Key, string>>

/** One of a few values: a select. `options` are the labels by value. */
export function choiceFilter<Key extends string>(
  label: string,
  options: Labels<Key>,
): ListFilter<Key | null> {
  return {
    label,
    control: { kind: 'select', options },
    fallback: null,
    parse: (text) => keyOf(options, text),
    say: (value) => labelOf(options, value),
  }
}

/** One of a few values that the list always has: tabs above it. `fallback` is the first tab to show. */
export function tabFilter<Key extends string>(
  label: string,
  options: Labels<Key>,
  fallback: NoInfer<Key>,
  { hidesEmpty = false } = {},
): ListFilter<Key> {
  return {
    label,
    control: { kind: 'tabs', options, hidesEmpty },
    fallback,
    parse: (text) => keyOf(options, text),
    say: (value) => labelOf(options, value),
  }
}

/** A day, `YYYY-MM-DD`. A range is two filters: "Joined from" and "Joined until". */
export function dayFilter(label: string): ListFilter<string | null> {
  return {
    label,
    control: { kind: 'date' },
    fallback: null,
    parse: (text) => (isDay(text) ? text : undefined),
    say: (day) => `${label} ${formatDay(String(day), '')}`,
  }
}

/** Exactly this text, like a request id. */
export function textFilter(label: string, max = 100): ListFilter<string | null> {
  return {
    label,
    control: { kind: 'text' },
    fallback: null,
    parse: (text) => (text.trim() !== '' && text.length <= max ? text.trim() : undefined),
    say: (text) => `${label} ${text}`,
  }
}

/** A whole number from 0. */
export function numberFilter(label: string): ListFilter<number | null> {
  return {
    label,
    control: { kind: 'number' },
    fallback: null,
    parse: (text) => {
      const count = parseCount(text)
      return count.ok ? count.value : undefined
    },
    say: (number) => `${label} ${formatCount(Number(number))}`,
  }
}

/** The rows of one thing, by its id. Links set it; the form has no field for it. */
export function idFilter<Id extends number>(label: string): ListFilter<Id | null> {
  return {
    label,
    control: { kind: 'none' },
    fallback: null,
    parse: (text) => parseId<Id>(text) ?? undefined,
    say: (id) => `${label} ${id}`,
  }
}

/** The same filter behind "More filters". */
export function rare<Value extends string | number | null>(filter: ListFilter<Value>): ListFilter<Value> {
  return { ...filter, isRare: true }
}

function labelOf(options: Labels<string>, value: string | number): string {
  return options[value] ?? String(value)
}

function keyOf<Key extends string>(options: Labels<Key>, text: string): Key | undefined {
  return Object.hasOwn(options, text) ? (text as Key) : undefined
}
