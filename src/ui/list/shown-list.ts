import type { FormState } from '../../platform/forms/form.ts'
import type { ListSearch } from '../../platform/list/search.ts'
import type { ListPage } from '../../platform/list/source.ts'
import { type ListState, stateParams, withSearch } from '../../platform/list/state.ts'
import type { ViewSettings } from '../../platform/list/view-settings.ts'
import type { List, ListColumn } from './list.ts'

/** A list with everything that its page shows. */
export interface ShownList<Row, Search extends ListSearch> {
  readonly list: List<Row, Search>
  readonly state: ListState<Search>
  readonly page: ListPage<Row>
  readonly view: ViewSettings
  /** A row action that did not work. */
  readonly refused?: RefusedAction | undefined
}

/** Why a row action did not work, and what was typed. */
export interface RefusedAction {
  readonly id: number
  readonly action: string
  readonly problem?: string | undefined
  readonly form?: FormState | undefined
}

/** The URL of the list in a state. */
export function hrefOf<Row, Search extends ListSearch>(
  { list, state }: Pick<ShownList<Row, Search>, 'list' | 'state'>,
  changes: Partial<ListState<Search>> = {},
): string {
  return list.route.href(stateParams(list.search, { ...state, ...changes }))
}

/** The URL of the first page for another search. */
export function searchHref<Row, Search extends ListSearch>(
  { list, state }: Pick<ShownList<Row, Search>, 'list' | 'state'>,
  changes: Readonly<Record<string, unknown>>,
): string {
  return hrefOf({ list, state: withSearch(state, changes as Partial<Search>) })
}

/** The columns to show. Those with the row's name and the actions always are. */
export function shownColumns<Row, Search extends ListSearch>(
  { columns }: List<Row, Search>,
  view: ViewSettings,
): ListColumn<Row, Search>[] {
  const shown = columns.filter((column) => isFixed(column) || isChosen(column, view))
  return shown.some((column) => !isFixed(column))
    ? shown
    : columns.filter((column) => !column.isHiddenByDefault)
}

/** Whether somebody can choose to hide it. */
export function isFixed({ small }: { readonly small?: string | undefined }): boolean {
  return small === 'title' || small === 'action'
}

function isChosen<Row, Search extends ListSearch>(
  { key, isHiddenByDefault = false }: ListColumn<Row, Search>,
  { columns }: ViewSettings,
): boolean {
  return columns === null ? !isHiddenByDefault : columns.includes(key)
}

/** The id of a row in HTML. */
export function rowElementId(list: { readonly name: string }, id: number): string {
  return `${list.name}-${id}`
}
