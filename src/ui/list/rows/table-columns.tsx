import type { ListSearch } from '../../../platform/list/search.ts'
import type { Column, RowAttributes } from '../../data/table.tsx'
import type { ListColumn } from '../list.ts'
import { rowElementId, type ShownList, searchHref, shownColumns } from '../shown-list.ts'
import { RowActions } from './row-actions.tsx'
import { RowSelection, SelectAll } from './row-selection.tsx'

/** The columns of the table: selection, the list's own, actions. */
export function tableColumns<Row, Search extends ListSearch>(shown: ShownList<Row, Search>): Column<Row>[] {
  const { list, view } = shown
  const own = shownColumns(list, view).map((column) => withProblem(shown, withSorting(shown, column)))
  return [...selectColumn(shown), ...own, ...actionColumn(shown)]
}

/** The attributes of a row. `note` says what has just happened to it. */
export function rowAttributes<Row, Search extends ListSearch>(
  { list }: ShownList<Row, Search>,
  row: Row,
  isChanged = false,
): RowAttributes {
  const id = rowElementId(list, list.rowId(row))
  // The focus was on a button that is gone.
  return isChanged ? { id, class: 'is-changed', tabindex: -1, autofocus: true } : { id }
}

function withSorting<Row, Search extends ListSearch>(
  shown: ShownList<Row, Search>,
  column: ListColumn<Row, Search>,
): Column<Row> {
  const { key, header, sort } = column
  if (!sort) return column
  const { list, state } = shown
  const sorted = directionOf(sort, state.search.sort)
  const next = sorted ? sort[sorted === 'ascending' ? 'descending' : 'ascending'] : firstOf(sort)
  if (next === undefined) return { ...column, sorted }

  const heading = (
    <a id={`${list.name}-by-${key}`} class="sort-link" href={searchHref(shown, { sort: next })}>
      {header}
    </a>
  )
  return { ...column, heading, sorted }
}

type SortsOfColumn<Sort> = { readonly ascending?: Sort; readonly descending?: Sort }

function directionOf<Sort>({ ascending, descending }: SortsOfColumn<Sort>, current: Sort) {
  if (current === ascending) return 'ascending'
  return current === descending ? 'descending' : undefined
}

function firstOf<Sort>({ ascending, descending }: SortsOfColumn<Sort>): Sort | undefined {
  return ascending ?? descending
}

// Why an action did not work is in the row, by its name.
function withProblem<Row, Search extends ListSearch>(
  { list, refused }: ShownList<Row, Search>,
  column: Column<Row>,
): Column<Row> {
  if (column.small !== 'title' || refused?.problem === undefined) return column
  const { id, problem } = refused
  const cell = (row: Row) => (
    <>
      {column.cell(row)}
      {list.rowId(row) === id ? (
        <p class="row-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </>
  )
  return { ...column, cell }
}

function selectColumn<Row, Search extends ListSearch>({ list }: ShownList<Row, Search>): Column<Row>[] {
  if (!list.bulk) return []
  const cell = (row: Row) => <RowSelection list={list} row={row} />
  return [{ header: 'Select', heading: <SelectAll list={list} />, small: 'select', cell }]
}

function actionColumn<Row, Search extends ListSearch>(shown: ShownList<Row, Search>): Column<Row>[] {
  if (!shown.list.rowActions?.length) return []
  const cell = (row: Row) => <RowActions shown={shown} row={row} />
  return [{ header: 'Actions', small: 'action', align: 'end', cell }]
}
