import { snakeCase } from '../../shared/case.ts'
import { TextField } from './field.tsx'
import { Form, SubmitButton } from './form.tsx'

type Props = {
  /** Names the form, for `KeptFields`. */
  id: string
  action: string
  /** The id of the region that holds the list. */
  region: string
  /** What the words are looked for in: "Name". */
  label: string
  words: string
}

/** A box to look for words in a list. It stands outside of the list's region, or typing would be interrupted. */
export const SearchForm = ({ id, action, region, label, words }: Props) => (
  <Form id={id} action={action} method="get" region={region} class="filters" label="Search">
    <div class="filters-wide">
      <TextField name="words" label={label} type="search" value={words} autocomplete="off" />
    </div>
    <div>
      <SubmitButton tone="outline">Search</SubmitButton>
    </div>
  </Form>
)

type KeptProps = { form: string; fields: Readonly<Record<string, string | number | null>> }

/** What a search for words keeps of the list: stands inside of the region, so that it is that of the list shown. */
export const KeptFields = ({ form, fields }: KeptProps) => (
  <>
    {Object.entries(fields).map(([name, value]) =>
      value === null ? null : <input type="hidden" name={snakeCase(name)} value={value} form={form} />,
    )}
  </>
)
