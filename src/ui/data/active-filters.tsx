import { memo } from '../page/kept-html.ts'
import { Chip, Chips } from './chip.tsx'

/** An active filter: its text, and the URL of the list without it. */
export type ActiveFilter = {
  readonly label: string
  readonly withoutHref: string
}

type Props = { filters: readonly ActiveFilter[]; clearHref: string }

/** The active filters above a list, each with a link that removes it. */
export const ActiveFilters = memo(({ filters, clearHref }: Props) =>
  filters.length > 0 ? (
    <div class="mb-3">
      <Chips label="Filters">
        {filters.map(({ label, withoutHref }) => (
          <Chip label={label} removeHref={withoutHref} />
        ))}
        {filters.length > 1 ? <a href={clearHref}>Clear all</a> : null}
      </Chips>
    </div>
  ) : null,
)
