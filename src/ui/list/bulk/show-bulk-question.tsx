import { type FormState, formWith, type SubmittedValues } from '../../../platform/forms/form.ts'
import type { AppContext } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/render.ts'
import {
  type BulkRequest,
  type BulkRequestRefusal,
  parseBulkRequest,
} from '../../../platform/list/bulk-request.ts'
import type { ListSearch } from '../../../platform/list/search.ts'
import { readAround } from '../../../platform/list/source.ts'
import type { Result } from '../../../shared/result.ts'
import type { List } from '../list.ts'
import { listContext } from '../show-list.tsx'
import { BulkQuestionPage, NothingSelectedPage } from './bulk-question-page.tsx'

/** The bulk action that a form of the list asks for. `values` are from `readForm`, or the query string. */
export function bulkRequestOf<Row, Search extends ListSearch>(
  list: List<Row, Search>,
  values: SubmittedValues,
): Result<BulkRequest, BulkRequestRefusal> {
  return parseBulkRequest(values, list.bulk?.actions.map(({ kind }) => kind) ?? [])
}

/**
 * Responds with the page that says how many rows an action is about and asks for its fields. Its form posts to the same
 * URL. For an action on all rows that match, it counts them again. `form` is what was typed, with errors.
 */
export async function showBulkQuestion<Row, Search extends ListSearch>(
  c: AppContext,
  list: List<Row, Search>,
  requested: Result<BulkRequest, BulkRequestRefusal>,
  form: FormState = formWith(),
): Promise<Response> {
  const action = requested.ok && list.bulk?.actions.find(({ kind }) => kind === requested.value.kind)
  const title = list.title
  if (!requested.ok || !action) {
    return renderPage(c, { title, page: <NothingSelectedPage list={list} />, status: 422 })
  }
  const { scope } = requested.value
  const ids = 'ids' in scope ? scope.ids : []
  const search = list.search.fromText('ids' in scope ? '' : scope.allMatching)
  const { count, found } = await readAround(list.source, listContext(c), search, ids)
  const asked = {
    action,
    search,
    rows: found,
    count: 'ids' in scope ? found.length : count,
    isAll: !('ids' in scope),
  }
  if (asked.count === 0)
    return renderPage(c, { title, page: <NothingSelectedPage list={list} />, status: 422 })
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  return renderPage(c, { title, page: <BulkQuestionPage list={list} asked={asked} form={form} />, status })
}
