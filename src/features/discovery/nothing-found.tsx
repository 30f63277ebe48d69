import { PAGE_SIZE } from '../../platform/http/paging.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import type { Link } from '../../ui/layout/link.ts'
import type { RelaxedFilter } from './relaxed-filters.ts'

type Props = { title: string; all: Link; loosenings: readonly RelaxedFilter[] }

/** In place of what filters left nothing of: which of them to take away. */
export const NothingFound = ({ title, all, loosenings }: Props) => (
  <EmptyState title={title} action={all}>
    {loosenings.length === 0 ? <p>Take more than one of the filters above away.</p> : null}
    {loosenings.map(({ filter, count }) => (
      <p>
        <a href={filter.withoutHref}>Without {quoted(filter.label)}</a> {howMany(count)}.
      </p>
    ))}
  </EmptyState>
)

function quoted(label: string): string {
  return label.startsWith('“') ? label : `“${label}”`
}

function howMany(count: number): string {
  if (count === 1) return 'there is 1'
  return count > PAGE_SIZE ? `there are more than ${PAGE_SIZE}` : `there are ${count}`
}
