import type { Child } from 'hono/jsx'
import type { FilterControl, ListFilter } from '../../../platform/list/filter.ts'
import { filterValue, type ListSearch } from '../../../platform/list/search.ts'
import { stateParams } from '../../../platform/list/state.ts'
import type { Option } from '../../forms/choice.tsx'
import { Select } from '../../forms/choice.tsx'
import { DateField, TextField } from '../../forms/field.tsx'
import { Form, SubmitButton } from '../../forms/form.tsx'
import { MoreFilters } from '../../forms/more-filters.tsx'
import { optionsOf } from '../../forms/options.ts'
import { KeptFields } from '../../forms/search-form.tsx'
import { keptHtml } from '../../page/kept-html.ts'
import type { ShownList } from '../shown-list.ts'
import { isBlank } from './list-filters.tsx'

type Props<Row, Search extends ListSearch> = { shown: ShownList<Row, Search> }

/** Words and filters. Outside of the region, so that typing is not disturbed by what it finds. */
export const ListForm = <Row, Search extends ListSearch>({ shown }: Props<Row, Search>) => {
  const { list, state } = shown
  const shownFilters = Object.entries(list.search.filters).filter(([, { control }]) => isField(control))
  const hasFields = list.searchLabel !== undefined || shownFilters.length > 0
  if (!hasFields || isBlank(shown)) return null
  const textOf = (key: string) => String(filterValue(state.search, key) ?? '')
  const isEmpty = state.search.query === '' && shownFilters.every(([key]) => textOf(key) === '')
  const form = () => <Fields list={list} query={state.search.query} filters={shownFilters} textOf={textOf} />
  return isEmpty ? keptEmpty(list, '', form) : form()
}

const keptEmpty = keptHtml()

type FieldsProps<Row, Search extends ListSearch> = {
  list: ShownList<Row, Search>['list']
  query: string
  filters: readonly [key: string, filter: AnyFilter][]
  /** The value of a filter, as text. */
  textOf: (key: string) => string
}

const Fields = <Row, Search extends ListSearch>({
  list,
  query,
  filters,
  textOf,
}: FieldsProps<Row, Search>) => {
  const fieldsOf = (some: typeof filters) =>
    some.map(([key, filter]) => filterField(key, filter, textOf(key)))
  const rare = filters.filter(([, { isRare }]) => isRare)
  return (
    <Form
      id={formId(list)}
      action={list.route.href({})}
      method="get"
      region={list.name}
      class="filters"
      label={`Search ${list.noun[1]}`}
    >
      {list.searchLabel === undefined ? null : (
        <div class="filters-wide">
          <TextField name="query" label={list.searchLabel} type="search" value={query} autocomplete="off" />
        </div>
      )}
      {fieldsOf(filters.filter(([, { isRare }]) => !isRare))}
      <SubmitButton tone="outline">Search</SubmitButton>
      {rare.length > 0 ? (
        <MoreFilters set={rare.filter(([key]) => textOf(key) !== '').length}>{fieldsOf(rare)}</MoreFilters>
      ) : null}
    </Form>
  )
}

/** The rest of the state, which the form sends too. In the region, so that it is kept up to date. */
export const KeptParams = <Row, Search extends ListSearch>({ shown }: Props<Row, Search>) => {
  const { list, state } = shown
  const params = stateParams(list.search, { ...state, after: null, format: null })
  const kept = Object.entries(params).filter(([key]) => !hasField(list.search.filters[key], key))
  return <KeptFields form={formId(list)} fields={Object.fromEntries(kept)} />
}

type AnyFilter = ListFilter<string | number | null>

function hasField(filter: AnyFilter | undefined, key: string): boolean {
  if (filter === undefined) return key === 'query'
  return isField(filter.control)
}

function isField({ kind }: FilterControl): boolean {
  return kind !== 'tabs' && kind !== 'none'
}

function filterField(name: string, { label, control }: AnyFilter, value: string): Child {
  switch (control.kind) {
    case 'select':
      return (
        <Select
          name={name}
          label={label}
          placeholder="Any"
          value={value}
          options={knownOptions(control.options)}
        />
      )
    case 'date':
      return <DateField name={name} label={label} value={value} />
    case 'number':
      return <TextField name={name} label={label} inputmode="numeric" autocomplete="off" value={value} />
    case 'text':
      return <TextField name={name} label={label} autocomplete="off" value={value} />
    case 'tabs':
    case 'none':
      return null
  }
}

// A select caches the HTML of its options by the array.
function knownOptions(labels: Readonly<Record<string, string>>): Option[] {
  const options = known.get(labels) ?? optionsOf(labels)
  known.set(labels, options)
  return options
}

const known = new WeakMap<object, Option[]>()

function formId({ name }: { readonly name: string }): string {
  return `${name}-search`
}
