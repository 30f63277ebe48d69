import { snakeCase } from '../../shared/case.ts'
import { TextField } from './field.tsx'
import { Form, SubmitButton } from './form.tsx'

type Props = {
  /** For `KeptFields`. */
  id: string
  action: string
  /** The id of the region that holds the list. */
  region: string
  /** The label of the field: "Name". */
  label: string
  query: string
}

/** Searches a list while typing. Put it outside of the list's region. */
export const SearchForm = ({ id, action, region, label, query }: Props) => (
  <Form id={id} action={action} method="get" region={region} class="filters" label="Search">
    <div class="filters-wide">
      <TextField name="query" label={label} type="search" value={query} autocomplete="off" />
    </div>
    <div>
      <SubmitButton tone="outline">Search</SubmitButton>
    </div>
  </Form>
)

type KeptProps = { form: string; fields: Readonly<Record<string, string | number | null>> }

/** The list's other parameters, to send with a `SearchForm`. Put it inside the region, which is kept up to date. */
export const KeptFields = ({ form, fields }: KeptProps) => (
  <>
    {Object.entries(fields).map(([name, value]) =>
      value === null ? null : <input type="hidden" name={snakeCase(name)} value={value} form={form} />,
    )}
  </>
)
