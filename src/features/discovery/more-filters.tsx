import type { Child } from 'hono/jsx'
import { type FormState, fieldValue } from '../../platform/forms/form.ts'
import { MoreFilters as Collapsed } from '../../ui/forms/more-filters.tsx'
import { keptHtml } from '../../ui/page/kept-html.ts'
import { useLocale } from '../../ui/values/locale.ts'

type Props = {
  form: FormState
  /** The names of the fields inside. It is the same array on each page. */
  names: readonly string[]
  children?: Child
}

/** The less common filters of a search. Opens if one of them has an error. */
export const MoreFilters = ({ form, names, children }: Props) => {
  const values = names.map((name) => fieldValue(form, name))
  const open = names.some((name) => form.errors[name] !== undefined)
  const filters = () => (
    <Collapsed set={values.filter((value) => value !== '').length} open={open}>
      {children}
    </Collapsed>
  )
  return open ? filters() : keptFilters(names, JSON.stringify([useLocale().currency, values]), filters)
}

// Most searches set none of them, or only the country.
const keptFilters = keptHtml()
