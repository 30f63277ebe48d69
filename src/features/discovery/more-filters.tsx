import type { Child } from 'hono/jsx'
import { type FormState, fieldValue } from '../../platform/forms/form.ts'
import { MoreFilters as Collapsed } from '../../ui/forms/more-filters.tsx'

type Props = {
  form: FormState
  /** The names of the fields inside. */
  names: readonly string[]
  children?: Child
}

/** The less common filters of a search. Opens if one of them has an error. */
export const MoreFilters = ({ form, names, children }: Props) => (
  <Collapsed
    set={names.filter((name) => fieldValue(form, name) !== '').length}
    open={names.some((name) => form.errors[name] !== undefined)}
  >
    {children}
  </Collapsed>
)
