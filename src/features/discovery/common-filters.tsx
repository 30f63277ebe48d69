import { type FormState, fieldProps } from '../../platform/forms/form.ts'
import { Select } from '../../ui/forms/choice.tsx'
import { TextField } from '../../ui/forms/field.tsx'
import { categoryOptions, platformOptions } from '../../ui/forms/options.ts'

type Props = {
  form: FormState
  /** In the empty field for keywords: what they can be. */
  placeholder: string
}

/** The filters that the search for influencers and the one for campaigns begin with. */
export const CommonFilters = ({ form, placeholder }: Props) => (
  <>
    <div class="filters-wide">
      <TextField
        {...fieldProps(form, 'query')}
        label="Keyword"
        type="search"
        placeholder={placeholder}
        autocomplete="off"
      />
    </div>
    <Select
      {...fieldProps(form, 'category')}
      label="Category"
      placeholder="Any category"
      options={categoryOptions}
    />
    <Select
      {...fieldProps(form, 'platform')}
      label="Platform"
      placeholder="Any platform"
      options={platformOptions}
    />
  </>
)
