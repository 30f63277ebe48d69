import type { Child } from 'hono/jsx'
import { type FormState, fieldValue } from '../../platform/forms/form.ts'

type Props = {
  form: FormState
  /** The names of the fields inside. */
  names: readonly string[]
  children?: Child
}

/** The less common filters, collapsed so that results stay near the top. Opens if one of them has an error. */
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
