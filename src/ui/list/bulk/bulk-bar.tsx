import { MAX_COUNTED } from '../../../platform/list/bulk-request.ts'
import type { ListSearch } from '../../../platform/list/search.ts'
import { formatCount } from '../../../shared/format.ts'
import { Hidden } from '../../forms/field.tsx'
import { SubmitButton } from '../../forms/form.tsx'
import { useLocale } from '../../values/locale.ts'
import { bulkForm } from '../rows/row-selection.tsx'
import type { ShownList } from '../shown-list.ts'

/**
 * The actions on many rows. It leads to a page with the question. With JavaScript it appears when a row is selected.
 */
export const BulkBar = <Row, Search extends ListSearch>({ shown }: { shown: ShownList<Row, Search> }) => {
  const { list, state, page } = shown
  if (!list.bulk || page.count === 0) return null
  return (
    <form id={bulkForm(list)} action={list.bulk.route.href({})} method="get" class="selection bulk-bar">
      <Hidden name="matching" value={list.search.toText(state.search)} />
      {state.after === null ? null : <Hidden name="after" value={state.after} />}
      <Hidden name="seenAt" value={useLocale().now} />
      <div class="bulk-scope">
        <span class="selection-label" data-selected-count="" aria-live="polite">
          Selected {list.noun[1]}
        </span>
        <label class="choice">
          <input class="form-check-input" type="checkbox" name="all" value="yes" autocomplete="off" />
          <BulkCount list={list} count={page.count} />
        </label>
      </div>
      <div class="actions">
        {list.bulk.actions.map(({ kind, label }) => (
          <SubmitButton tone="outline" small name="kind" value={kind}>
            {label}
          </SubmitButton>
        ))}
      </div>
    </form>
  )
}

/** "All 1,204 that match", with the number for the form. A row action replaces it. */
export const BulkCount = ({ list, count }: { list: { readonly name: string }; count: number }) => (
  <span id={bulkCountId(list)}>
    {allThatMatch(count)}
    <Hidden name="count" value={count} />
  </span>
)

export function bulkCountId({ name }: { readonly name: string }): string {
  return `${name}-bulk-count`
}

function allThatMatch(count: number): string {
  return count > MAX_COUNTED
    ? `All that match, more than ${formatCount(MAX_COUNTED)}`
    : `All ${formatCount(count)} that match`
}
