import type { Child } from 'hono/jsx'

type Props = {
  /** How many of the fields inside have a value. */
  set: number
  /** Whether one of them has an error. */
  open?: boolean | undefined
  children?: Child
}

/** The less common filters of a form, collapsed so that results stay near the top. */
export const MoreFilters = ({ set, open, children }: Props) => (
  <details class="filters-more" open={open}>
    <summary>
      More filters <span data-filters-set="">{set > 0 ? `(${set} set)` : ''}</span>
    </summary>
    <div class="filters-fields">{children}</div>
  </details>
)
