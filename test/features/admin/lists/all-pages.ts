import type { ListSearch } from '../../../../src/platform/list/search.ts'
import { type ListContext, type ListSource, readRows } from '../../../../src/platform/list/source.ts'

/** The rows of all pages of a list, one page after the other. Time goes on between them. */
export async function allPages<Row, Search extends ListSearch>(
  source: ListSource<Row, Search>,
  context: ListContext,
  search: Search,
  size: number,
): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  let { now } = context
  do {
    const page: Awaited<ReturnType<typeof readRows<Row, Search>>> = await readRows(
      source,
      { ...context, now },
      search,
      after,
      size,
    )
    rows.push(...page.rows)
    after = page.next
    now += 1_000
  } while (after !== null)
  return rows
}
