import { Chip, Chips } from './chip.tsx'

/** One filter that is set: how it reads, and the list without it. */
export interface ActiveFilter {
  readonly label: string
  readonly withoutHref: string
}

type Props = { filters: readonly ActiveFilter[]; clearHref: string }

/** Above a list: what narrows it, each with a way to take it away. */
export const ActiveFilters = ({ filters, clearHref }: Props) =>
  filters.length > 0 ? (
    <div class="mb-3">
      <Chips label="Filters">
        {filters.map(({ label, withoutHref }) => (
          <Chip label={label} removeHref={withoutHref} />
        ))}
        {filters.length > 1 ? <a href={clearHref}>clear all</a> : null}
      </Chips>
    </div>
  ) : null
