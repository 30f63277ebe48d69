import { PAGE_SIZE } from '../../platform/http/paging.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import type { Link } from '../../ui/layout/link.ts'
import type { RelaxedFilter } from './relaxed-filters.ts'

type Props = { title: string; all: Link; suggestions: readonly RelaxedFilter[] }

/** Shown when a search finds nothing: the filters whose removal would find something. */
export const NothingFound = ({ title, all, suggestions }: Props) => (
  <EmptyState title={title} action={all}>
    {suggestions.length === 0 ? <p>Try removing more than one filter.</p> : null}
    {suggestions.map(({ filter, count }) => (
      <p>
        <a href={filter.withoutHref}>Remove {quoted(filter.label)}</a> to see {howMany(count)}.
      </p>
    ))}
  </EmptyState>
)

function quoted(label: string): string {
  return label.startsWith('“') ? label : `“${label}”`
}

function howMany(count: number): string {
  if (count === 1) return '1 result'
  return count > PAGE_SIZE ? `more than ${PAGE_SIZE} results` : `${count} results`
}
