import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import type { RemovableFilter } from '../../../src/features/discovery/relaxed-filters.ts'
import { type FormState, formWith } from '../../../src/platform/forms/form.ts'
import type { SearchIndex } from '../../../src/platform/search/search-index.ts'
import { snakeCase } from '../../../src/shared/case.ts'

interface Places<Search> {
  /** The search without any filter: those are null. */
  readonly everything: Search
  readonly searches: fc.Arbitrary<Search>
  readonly index: SearchIndex
  readonly form: { readonly file: string; readonly render: (form: FormState) => unknown }
  readonly active: { readonly file: string; readonly of: (search: Search) => RemovableFilter<Search>[] }
}

/** A sentence for each place that a filter of a search is missing from. */
export function missingPlaces<Search extends object>(places: Places<Search>): string[] {
  const { everything, searches, index, form, active } = places
  const samples = fc.sample(searches, { numRuns: 500, seed: 1 })
  const isSet = (search: Search, name: string) => (new Map(Object.entries(search)).get(name) ?? null) !== null

  return Object.keys(everything)
    .filter((name) => !isSet(everything, name))
    .flatMap((name) => {
      const search = samples.find((sample) => isSet(sample, name))
      if (!search) throw new Error(`No search of the test has the filter ${name}.`)
      const isRemovable = active.of(search).some(({ without }) => !isSet(without, name))
      return [
        isIndexed(index, name)
          ? []
          : `${name} finds nothing: add it to src/features/discovery/index/definition.ts`,
        hasInput(form, name)
          ? []
          : `${name} has no input, or is not counted as a set filter: add it to ${form.file}`,
        isRemovable ? [] : `${name} is not shown as an active filter: add it to ${active.file}`,
      ].flat()
    })
}

function isIndexed({ filters }: SearchIndex, name: string): boolean {
  return Object.entries(filters).some(([filterName, filter]) =>
    filter.kind === 'value' ? filterName === name : filter.from === name || filter.to === name,
  )
}

/** Fields in the collapsed part are counted, so that nobody overlooks a filter that is set. */
function hasInput({ render }: Places<object>['form'], name: string): boolean {
  const { document } = parseHTML(String(render(formWith({ [name]: 'set' }))))
  const input = document.querySelector(`[name=${snakeCase(name)}]`)
  const fold = input?.closest('details')
  return input !== null && (!fold || fold.textContent?.includes('(1 set)') === true)
}
