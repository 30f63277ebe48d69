import * as z from 'zod'
import { snakeCase } from '../../shared/case.ts'
import type { ListParams, ListSearch, SearchDefinition } from './search.ts'
import { viewParams } from './view-settings.ts'

/** The whole state of a list, as its URL says it. */
export interface ListState<Search extends ListSearch> {
  readonly search: Search
  /** The cursor of the last row of the page before. Null for the first page. */
  readonly after: string | null
  /** How to show it, if the URL says so. Otherwise it is what the person chose last time. */
  readonly view: z.output<typeof viewParams>
  /** Not a page, but a file with every row that matches. Excel needs a byte order mark. */
  readonly format: 'csv' | 'excel' | null
}

const pageParams = z.object({
  after: z
    .string()
    .regex(/^-?\d{1,19}(_-?\d{1,19}){0,3}$/)
    .nullable()
    .catch(null)
    .default(null),
  format: z.enum(['csv', 'excel']).nullable().catch(null).default(null),
})

/** The schema of a list's query string, for `query()` in `platform/http/validate.ts`. */
export function listState<Search extends ListSearch>({ schema }: SearchDefinition<Search>) {
  return z.record(z.string(), z.unknown()).transform((params): ListState<Search> => {
    const { after, format } = pageParams.parse(params)
    return { search: schema.parse(params), after, format, view: viewParams.parse(params) }
  })
}

/** The parameters of the URL that shows a state. `changes` replaces parts of it. */
export function stateParams<Search extends ListSearch>(
  { toParams }: SearchDefinition<Search>,
  { search, after, view, format }: ListState<Search>,
): ListParams {
  const others = { after, columns: view.columns?.join(',') ?? null, density: view.density, format }
  const given = Object.entries(others).filter((entry): entry is [string, string] => entry[1] !== null)
  return { ...toParams(search), ...Object.fromEntries(given) }
}

/** The first page of the same list for another search. The view stays. */
export function withSearch<Search extends ListSearch>(
  state: ListState<Search>,
  changes: Partial<Search>,
): ListState<Search> {
  return { ...state, search: { ...state.search, ...changes }, after: null, format: null }
}

/** The name of a parameter in HTML. */
export const paramName = snakeCase
