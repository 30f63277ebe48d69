import type { Child } from 'hono/jsx'
import type { CsvColumn } from '../../platform/csv/column.ts'
import { csvResponse } from '../../platform/csv/response.ts'
import { csvStream } from '../../platform/csv/stream.ts'
import { openDatabase } from '../../platform/db/database.ts'
import type { AppContext } from '../../platform/http/context.ts'
import { readOwnCookie } from '../../platform/http/cookies.ts'
import { viewerOf } from '../../platform/http/guards.ts'
import { logError } from '../../platform/http/log.ts'
import { renderPage } from '../../platform/http/render.ts'
import type { ListSearch } from '../../platform/list/search.ts'
import { csvReader, type ListContext, readPage } from '../../platform/list/source.ts'
import type { ListState } from '../../platform/list/state.ts'
import { type ViewSettings, viewCookie, viewFor, viewFromText } from '../../platform/list/view-settings.ts'
import { dayAt } from '../../shared/time.ts'
import { FormErrors } from '../forms/form.tsx'
import { PageHeader } from '../page/page-header.tsx'
import { ListForm } from './controls/list-form.tsx'
import type { List, ListColumn, ListFrame } from './list.ts'
import { ListRegion } from './list-region.tsx'
import { type ShownList, shownColumns } from './shown-list.ts'

/** Responds with the page of a list, with its region to htmx, or with its rows as a file. */
export async function showList<Row, Search extends ListSearch>(
  c: AppContext,
  list: List<Row, Search>,
  state: ListState<Search>,
): Promise<Response> {
  if (state.format !== null) {
    return list.file ? c.redirect(list.file.href(state.search), 303) : download(c, list, state)
  }
  const frame = frameOf(c, list, state)
  const page = await readPage(list.source, listContext(c), state)
  return renderList(c, { list, state, page, view: viewOf(c, list, state) }, { frame: await frame() })
}

/** What is around a list. Call it before the list is read, and what it returns afterwards. */
export function frameOf<Row, Search extends ListSearch>(
  c: AppContext,
  list: List<Row, Search>,
  { search }: ListState<Search>,
): () => Promise<ListFrame> {
  const frame = list.frame?.(c, search) ?? {}
  return typeof frame === 'function' ? frame : async () => frame
}

interface Rendering {
  readonly frame: ListFrame
  readonly status?: 200 | 409 | 422
  /** For htmx. By default the region of the list. */
  readonly fragment?: Child
  /** Why what was asked for is not possible. It is above the list. */
  readonly problem?: string
}

export function renderList<Row, Search extends ListSearch>(
  c: AppContext,
  shown: ShownList<Row, Search>,
  { frame, status = 200, problem, fragment = <ListRegion shown={shown} /> }: Rendering,
): Response | Promise<Response> {
  const { title } = shown.list
  const page = (
    <>
      <PageHeader title={title} subtitle={frame.subtitle} aside={frame.aside} />
      <FormErrors errors={{ form: problem }} />
      {frame.above}
      <ListForm shown={shown} />
      <ListRegion shown={shown} />
    </>
  )
  return renderPage(c, { title, page, fragment, status })
}

/** How the viewer wants to see the list: what the URL says, or else what they chose last time. */
export function viewOf<Row, Search extends ListSearch>(
  c: AppContext,
  list: List<Row, Search>,
  state: ListState<Search>,
): ViewSettings {
  return viewFor(
    state.view,
    viewFromText(readOwnCookie(c.var.env, c.req.header('Cookie'), viewCookie(list.name))),
  )
}

export function listContext(c: AppContext): ListContext {
  return { db: c.var.db, viewer: viewerOf(c), now: c.var.now }
}

/** All rows that match, with the columns that are shown. */
function download<Row, Search extends ListSearch>(
  c: AppContext,
  list: List<Row, Search>,
  state: ListState<Search>,
): Response {
  const { env, now } = c.var
  const viewer = viewerOf(c)
  const columns = csvColumns(shownColumns(list, viewOf(c, list, state)), now)
  const open = () => openDatabase(env, { timeout: env.DATABASE_TIMEOUT_MS })
  const csv = csvStream(columns, csvReader(list.source, { viewer, now }, state.search, open), {
    byteOrderMark: state.format === 'excel',
    // The response has begun, so there can be no error page.
    onError: (error) => logError(c, error instanceof Error ? error : new Error(String(error))),
  })
  return csvResponse(csv, `Parley ${list.title.toLowerCase()} ${dayAt(now, viewer.timeZone)}.csv`)
}

// What two of the columns show is in the file once.
function csvColumns<Row, Search extends ListSearch>(
  columns: readonly ListColumn<Row, Search>[],
  now: number,
): readonly CsvColumn<Row>[] {
  const all = columns.flatMap(({ header, csv = [] }) =>
    typeof csv === 'function' ? [{ header, value: (row: Row) => csv(row, now) }] : csv,
  )
  return all.filter(({ header }, index) => all.findIndex((one) => one.header === header) === index)
}
