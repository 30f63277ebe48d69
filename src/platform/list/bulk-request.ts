import { ok, type Result, refuse } from '../../shared/result.ts'
import type { SubmittedValues } from '../forms/form.ts'
import { parseIds } from '../http/params.ts'

/** An action on many rows of a list at once, as the form of the list asks for it. */
export interface BulkRequest<Kind extends string = string> {
  readonly kind: Kind
  readonly scope: BulkScope
  /** All other fields of the form, like a reason, by their names in code. A repeated field has its first value. */
  readonly fields: Readonly<Record<string, string>>
}

/**
 * The rows that were selected, or all rows that match the list's filters. `allMatching` is the list's query string
 * (`ListQuery.parse` reads it). `count` is the number that the person was asked about. It stops at `MAX_COUNTED + 1`.
 */
export type BulkScope =
  | { readonly ids: readonly number[] }
  | { readonly allMatching: string; readonly count: number }

export type BulkRequestRefusal = 'unknown_kind' | 'nothing_selected'

/** The most rows that can be selected one by one. */
export const MAX_SELECTED = 500

/** Lists count no further than this, and then say "more than". */
export const MAX_COUNTED = 10_000

/** Longer query strings are not those of a list. */
const MAX_QUERY_STRING = 2_000

/**
 * Reads the form of a bulk action, which `readForm` has read from the request: `kind`, and either `selected` (ids) or
 * `all=yes` with `matching` (the list's query string) and `count`. Ids that are not valid are left out.
 */
export function parseBulkRequest<const Kind extends string>(
  values: SubmittedValues,
  kinds: readonly Kind[],
): Result<BulkRequest<Kind>, BulkRequestRefusal> {
  const { kind: kindText, selected = [], all, matching, count, ...others } = values
  const kind = kinds.find((known) => known === kindText?.[0])
  if (kind === undefined) return refuse('unknown_kind')

  const scope = all?.[0] === 'yes' ? allOf(matching?.[0] ?? '', count?.[0] ?? '') : idsOf(selected)
  if (scope === null) return refuse('nothing_selected')
  const fields = Object.fromEntries(Object.entries(others).map(([name, [first = '']]) => [name, first]))
  return ok({ kind, scope, fields })
}

function allOf(queryString: string, count: string): BulkScope | null {
  if (queryString.length > MAX_QUERY_STRING || !/^[1-9]\d{0,5}$/.test(count)) return null
  return { allMatching: queryString, count: Math.min(Number(count), MAX_COUNTED + 1) }
}

function idsOf(selected: readonly string[]): BulkScope | null {
  const ids = parseIds(selected, MAX_SELECTED)
  return ids.length > 0 ? { ids } : null
}
