import type { Child } from 'hono/jsx'
import type { CsvColumn, CsvValue } from '../../platform/csv/column.ts'
import type { FormState } from '../../platform/forms/form.ts'
import type { AppContext } from '../../platform/http/context.ts'
import { flashTexts } from '../../platform/http/flash.ts'
import type { ListParams, ListSearch, SearchDefinition } from '../../platform/list/search.ts'
import type { ListSource } from '../../platform/list/source.ts'
import type { ExportedKind } from '../data/export-links.tsx'
import type { Column, KeyIn } from '../data/table.tsx'
import type { Link } from '../layout/link.ts'

/** A list, declared once. `showList` makes its page, its file and its actions from it. */
export interface List<Row, Search extends ListSearch> {
  /** Lower case with hyphens. It is the id of the list's region, so it is unique on its page. */
  readonly name: string
  readonly title: string
  /** What the rows are: "person", "people". */
  readonly noun: readonly [one: string, many: string]
  readonly route: { readonly href: (params: ListParams) => string }
  readonly search: SearchDefinition<Search>
  /** The label of the field for words. Without it, the list has none. */
  readonly searchLabel?: string
  readonly source: ListSource<Row, Search>
  readonly columns: readonly ListColumn<Row, Search>[]
  readonly rowId: (row: Row) => number
  /** What the row is called: "Mara Lindqvist". */
  readonly rowLabel: (row: Row) => string
  /** For a list that people open again and again: keeps the HTML of its rows. Not with a selection or actions. */
  readonly keyIn?: KeyIn<Row>
  readonly rowActions?: readonly (RowAction<Row> | RowLink<Row>)[]
  readonly bulk?: Bulk
  readonly empty: EmptyTexts<Search> | ((search: Search) => EmptyTexts<Search>)
  /** The file to download instead of the shown columns: one with columns that never change, also by e-mail. */
  readonly file?: ListFile<Search>
  /** The text of a filter's chip, if what the filter says by itself is not enough. */
  readonly chipText?: (filter: string, rows: readonly Row[]) => string | undefined
  /**
   * What is around the list on its page. Selects that it prefetches join the round trip of the list. Then it returns a
   * function, which is called when they have been read.
   */
  readonly frame?: (c: AppContext, search: Search) => ListFrame | (() => Promise<ListFrame>)
}

export interface ListFrame {
  readonly subtitle?: string
  /** At the end of the title's line. */
  readonly aside?: Child
  /** Between the title and the list. */
  readonly above?: Child
}

export interface ListColumn<Row, Search extends ListSearch> extends Column<Row> {
  /** In the URL and in the cookie that remembers the columns. */
  readonly key: string
  /** The sort orders of its heading. */
  readonly sort?: { readonly ascending?: Search['sort']; readonly descending?: Search['sort'] }
  /**
   * The value in a CSV file, or several columns. Without it, the column is not in the file, like one that the title has. `now` is when the file was
   * asked for, for what the clock decides.
   */
  readonly csv?: ((row: Row, now: number) => CsvValue) | readonly CsvColumn<Row>[]
  readonly isHiddenByDefault?: boolean
}

/** A button in each row. It posts to `href`, and `answerRow` answers. */
export interface RowAction<Row> {
  readonly key: string
  /** "Approve", or "Reject…" if it asks first. */
  readonly label: string
  readonly href: (row: Row) => string
  readonly isPossible?: (row: Row) => boolean
  /** Hidden fields, like the version. */
  readonly hidden?: (row: Row) => Readonly<Record<string, string | number>>
  /** Asks before it is done. */
  readonly confirm?: {
    readonly question: (row: Row) => string
    readonly explain?: string
    /** "Reject" */
    readonly button: string
    readonly tone?: 'danger' | 'primary'
    readonly fields?: (form: FormState, row: Row) => Child
  }
  /** "Approved. The sponsor has been notified." */
  readonly done: string
  /** What it says if there is nobody to notify, because their account has been deleted. */
  readonly doneUntold?: string
}

/** A link in each row, for what needs a page of its own. */
export interface RowLink<Row> {
  readonly key: string
  /** "Flag…" */
  readonly label: string
  readonly opens: (row: Row) => string
  readonly isPossible?: (row: Row) => boolean
}

/** Actions on many rows. The route shows the question: see `features/bulk-actions`. */
export interface Bulk {
  readonly route: { readonly href: (params: ListParams) => string }
  readonly actions: readonly BulkAction[]
}

export interface BulkAction {
  /** A key of `bulkKinds`. */
  readonly kind: string
  /** "Approve…" */
  readonly label: string
}

export interface EmptyTexts<Search> {
  /** If the list has no rows at all: "No sponsors are waiting". */
  readonly title: string
  /** What the open tab shows, if nothing matches the filters: "completed campaigns". By default, the noun of the rows. */
  readonly what?: string
  readonly text?: string
  /** The next step if the list has no rows at all. */
  readonly action?: Link
  /** What helps if nothing matches the words. */
  readonly hint?: string
  /** Where else to look if nothing matches the filters: "Search all your requests". By default, without the filters. */
  readonly elsewhere?: { readonly label: string; readonly changes: Partial<Search> }
}

export interface ListFile<Search> {
  readonly kind: ExportedKind
  readonly href: (search: Search) => string
}

/** Declares a list. */
export function defineList<Row, Search extends ListSearch>(list: List<Row, Search>): List<Row, Search> {
  const texts = (list.rowActions ?? []).flatMap((action) =>
    'done' in action
      ? [
          [flashKey(list, action.key), action.done],
          [flashKey(list, action.key, true), action.doneUntold ?? action.done],
        ]
      : [],
  )
  redirects.set(list.name, flashTexts(Object.fromEntries(texts)))
  return list
}

/** The function that redirects with the text of a row action. */
export function redirectAfter<Row, Search extends ListSearch>(list: List<Row, Search>) {
  const redirect = redirects.get(list.name)
  if (!redirect) throw new Error(`Declare the list ${list.name} with defineList.`)
  return redirect
}

export function flashKey({ name }: { readonly name: string }, action: string, isUntold = false): string {
  return `${name}_${action}${isUntold ? '_untold' : ''}`
}

const redirects = new Map<string, ReturnType<typeof flashTexts>>()
