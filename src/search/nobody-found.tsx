import { PAGE_SIZE } from '../http/paging.ts'
import { routes } from '../routes.ts'
import { EmptyState } from '../ui/empty.tsx'
import type { Loosening } from './influencer-loosening.ts'

type Props = { isFirst: boolean; isNarrowed: boolean; loosenings: readonly Loosening[] }

/** In place of results: why there are none, and which filter to take away. */
export const NobodyFound = ({ isFirst, isNarrowed, loosenings }: Props) => {
  const all = { label: 'Show all influencers', href: routes.influencers.index.href() }
  if (!isFirst) return <EmptyState title="There are no more" action={all} />
  if (!isNarrowed) {
    return <EmptyState title="No influencers yet">As soon as somebody signs up, they are here.</EmptyState>
  }
  return (
    <EmptyState title="Nobody fits all of this" action={all}>
      {loosenings.length === 0 ? <p>Take more than one of the filters above away.</p> : null}
      {loosenings.map(({ filter, count }) => (
        <p>
          <a href={filter.withoutHref}>Without {quoted(filter.label)}</a> {howMany(count)}.
        </p>
      ))}
    </EmptyState>
  )
}

function quoted(label: string): string {
  return label.startsWith('“') ? label : `“${label}”`
}

function howMany(count: number): string {
  if (count === 1) return 'there is 1'
  return count > PAGE_SIZE ? `there are more than ${PAGE_SIZE}` : `there are ${count}`
}
