import type { AppContext } from '../../../platform/http/context.ts'
import { type ListSearch, paramsIn } from '../../../platform/list/search.ts'
import { readPage } from '../../../platform/list/source.ts'
import { listState } from '../../../platform/list/state.ts'
import type { List } from '../list.ts'
import { frameOf, listContext, renderList, viewOf } from '../show-list.tsx'

/**
 * Responds to a bulk action for which no row was selected: 422 with the page of the list that it came from, and what to
 * do. `queryString` is that of the list.
 */
export async function refuseBulk<Row, Search extends ListSearch>(
  c: AppContext,
  list: List<Row, Search>,
  queryString: string,
): Promise<Response> {
  const state = listState(list.search).parse(paramsIn(queryString))
  const frame = frameOf(c, list, state)
  const page = await readPage(list.source, listContext(c), state)
  const problem = `Nothing is selected. Select at least one ${list.noun[0]}, or “All that match” below the list.`
  return renderList(
    c,
    { list, state, page, view: viewOf(c, list, state) },
    { frame: await frame(), problem, status: 422 },
  )
}
