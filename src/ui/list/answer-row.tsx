import type { FormState } from '../../platform/forms/form.ts'
import type { AppContext } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/errors.ts'
import { renderChange } from '../../platform/http/render.ts'
import type { ListSearch } from '../../platform/list/search.ts'
import { type ListPage, readAround, readPage } from '../../platform/list/source.ts'
import type { ListState } from '../../platform/list/state.ts'
import { flashKey, type List, redirectAfter } from './list.ts'
import { RowFragment } from './rows/row-fragment.tsx'
import { frameOf, listContext, renderList, viewOf } from './show-list.tsx'
import { hrefOf } from './shown-list.ts'

interface DoneAction {
  /** The id of the row. */
  readonly id: number
  /** The key of the row action. */
  readonly action: string
}

interface RefusedAnswer<Row> extends DoneAction {
  /** The row has changed in the meantime: why the action was not possible any more. It may depend on the row as it is now. */
  readonly problem?: string | ((row: Row) => string)
  /** What was typed, with its errors. */
  readonly form?: FormState
}

/**
 * Responds to a row action that worked. htmx gets the row as it is now and every count that shows it. A plain form is
 * sent back to the same page of the list. The row stays even if it does not match the filters any more. `isUntold`: there was nobody to notify.
 */
export async function answerRow<Row, Search extends ListSearch>(
  c: AppContext,
  list: List<Row, Search>,
  state: ListState<Search>,
  { id, action, isUntold = false }: DoneAction & { readonly isUntold?: boolean },
): Promise<Response> {
  const found = list.rowActions?.find(({ key }) => key === action)
  if (!found || !('done' in found)) throw new Error(`The list ${list.name} has no row action ${action}.`)
  const reloaded = c.var.reloadCounts()
  const around = await readAround(list.source, listContext(c), state.search, [id])
  await reloaded()
  return renderChange(c, {
    title: list.title,
    fragment: <RowFragment shown={shownRow(c, list, state, around)} id={id} />,
    flash: isUntold ? (found.doneUntold ?? found.done) : found.done,
    redirect: () => redirectAfter(list)(c, flashKey(list, action, isUntold), hrefOf({ list, state })),
  })
}

/**
 * Responds to a row action that did not work: 409 with the row as it is now and the problem in it, or 422 with its form.
 * A plain form gets the page of the list with them. 404 if there is no such row.
 */
export async function refuseRow<Row, Search extends ListSearch>(
  c: AppContext,
  list: List<Row, Search>,
  state: ListState<Search>,
  { problem, ...refused }: RefusedAnswer<Row>,
): Promise<Response> {
  const frame = frameOf(c, list, state)
  const page = await readPage(list.source, listContext(c), state, [refused.id])
  const [row] = page.found
  if (row === undefined) throw notFound()
  const why = typeof problem === 'function' ? problem(row) : (problem ?? refused.form?.errors.form)
  const shown = { ...shownRow(c, list, state, page), refused: { ...refused, problem: why } }
  const status = refused.form ? 422 : 409
  return renderList(c, shown, {
    frame: await frame(),
    status,
    fragment: <RowFragment shown={shown} id={refused.id} />,
  })
}

function shownRow<Row, Search extends ListSearch>(
  c: AppContext,
  list: List<Row, Search>,
  state: ListState<Search>,
  around: Omit<ListPage<Row>, 'rows' | 'next'>,
) {
  return { list, state, view: viewOf(c, list, state), page: { rows: [], next: null, ...around } }
}
