import type { Child } from 'hono/jsx'
import { type FormState, fieldValue } from '../../platform/forms/form.ts'

type Props = {
  form: FormState
  /** The fields in it, by name. */
  names: readonly string[]
  children?: Child
}

/**
 * The filters that few need, folded up so that what is found stands near; how many are set is said, and the chips
 * show which. One that could not be read is in sight.
 */
export const MoreFilters = ({ form, names, children }: Props) => {
  const set = names.filter((name) => fieldValue(form, name) !== '').length
  return (
    <details class="filters-more" open={names.some((name) => form.errors[name] !== undefined)}>
      <summary>
        More filters <span data-filters-set="">{set > 0 ? `(${set} set)` : ''}</span>
      </summary>
      <div class="filters-fields">{children}</div>
    </details>
  )
}
