import * as z from 'zod'
import { camelCase, snakeCase } from '../../shared/case.ts'
import { queryField } from '../forms/query-field.ts'
import type { ListFilter } from './filter.ts'

/** What a list can be searched by: which filters it has and how it can be sorted. */
export interface SearchDefinition<Search extends ListSearch> {
  readonly filters: Readonly<Record<string, ListFilter<string | number | null>>>
  /** The sort orders by name, in words: "newest first". */
  readonly sorts: Readonly<Record<string, string>>
  readonly defaultSort: string
  /** From the parameters of a URL, by their names in code. Never fails: what is not valid counts as missing. */
  readonly schema: z.ZodType<Search>
  /** The parameters of a URL. Leaves out what is missing and what is the default. */
  readonly toParams: (search: Search) => ListParams
  /** The canonical query string: two searches for the same have the same. */
  readonly toText: (search: Search) => string
  readonly fromText: (queryString: string) => Search
}

/** What somebody searches a list for. Filters by their keys come beside these two. */
export interface ListSearch {
  /** The words to look for. Empty if there are none. */
  readonly query: string
  readonly sort: string
}

export type ListParams = Readonly<Record<string, string | number>>

type Filters = SearchDefinition<ListSearch>['filters']
type ValueOf<Filter> = Filter extends ListFilter<infer Value> ? Value : never

type SearchBy<ByKey, Sort extends string> = {
  readonly query: string
  readonly sort: Sort
} & { readonly [Key in Exclude<keyof ByKey, keyof ListSearch>]: ValueOf<ByKey[Key]> }

/** The search of a definition: `type PeopleSearch = SearchOf<typeof peopleSearch>`. */
export type SearchOf<Definition> = Definition extends SearchDefinition<infer Search> ? Search : never

/** Defines what a list can be searched by. The first sort order is the default. */
export function defineSearch<const ByKey extends Filters, const Sort extends string>(definition: {
  readonly filters: ByKey
  readonly sorts: Readonly<Record<Sort, string>>
}): SearchDefinition<SearchBy<ByKey, Sort>> {
  type Search = SearchBy<ByKey, Sort>
  const { filters, sorts } = definition
  const sortKeys = Object.keys(sorts) as [Sort, ...Sort[]]
  const [defaultSort] = sortKeys
  const isSort = (sort: unknown): sort is Sort => sortKeys.some((key) => key === sort)
  // One schema for all filters: one for each would take a tenth of the time of a page.
  const schema = z.record(z.string(), z.unknown()).transform(({ query, sort, ...others }) => {
    const values = Object.entries(filters).map(([key, filter]) => [key, valueIn(filter, others[key])])
    const words = query === undefined ? '' : queryField.parse(query)
    // An object of unknown keys cannot say that its values are those of the filters.
    return { ...Object.fromEntries(values), query: words, sort: isSort(sort) ? sort : defaultSort } as Search
  })

  const toParams = (search: Search): ListParams => {
    const entries = [
      ['query', search.query === '' ? null : search.query],
      ...Object.entries(filters).map(([key, { fallback }]) => [
        key,
        orNull(filterValue(search, key), fallback),
      ]),
      ['sort', orNull(search.sort, defaultSort)],
    ]
    return Object.fromEntries(entries.filter(([, value]) => value !== null))
  }
  return {
    filters,
    sorts,
    defaultSort,
    schema,
    toParams,
    toText: (search) => toQueryString(toParams(search)),
    fromText: (queryString) => schema.parse(paramsIn(queryString)),
  }
}

/** What the search of a list looks for, in words: its filters and its words. `without` is the tab of everything. */
export function searchTexts(
  { filters }: Pick<SearchDefinition<ListSearch>, 'filters'>,
  search: ListSearch,
  { without }: { readonly without: string },
): string[] {
  const texts = Object.entries(filters).flatMap(([key, { say }]) => {
    const value = filterValue(search, key)
    return value === null || value === without ? [] : [say(value)]
  })
  return search.query === '' ? texts : [...texts, `“${search.query}”`]
}

/** The value of a filter; null if it is not set. */
export function filterValue(search: ListSearch, key: string): string | number | null {
  const values: Readonly<Record<string, unknown>> = { ...search }
  const value = values[key]
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

/** The parameters of a query string by their names in code. If one is repeated, its first value. */
export function paramsIn(queryString: string): Record<string, string> {
  const entries = [...new URLSearchParams(queryString)].map(([name, value]) => [camelCase(name), value])
  return Object.fromEntries(entries.toReversed())
}

/** The query string of parameters, without a question mark. */
export function toQueryString(params: ListParams): string {
  const entries = Object.entries(params).map(([name, value]) => [snakeCase(name), String(value)])
  return new URLSearchParams(entries).toString()
}

function valueIn({ fallback, parse }: ListFilter<string | number | null>, param: unknown) {
  return typeof param === 'string' ? (parse(param) ?? fallback) : fallback
}

function orNull(value: unknown, fallback: unknown): unknown {
  return value === fallback ? null : value
}
