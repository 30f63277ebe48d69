import { type FormState, fieldProps } from '../../platform/forms/form.ts'
import { Select } from '../../ui/forms/choice.tsx'
import { TextArea, TextField } from '../../ui/forms/field.tsx'
import { FieldRow } from '../../ui/forms/form.tsx'
import { categoryOptions, nicheOptions } from '../../ui/forms/options.ts'
import { CountryField, LanguageFields } from '../../ui/forms/place-fields.tsx'
import { BIO_LENGTH } from './forms.ts'

/** The inputs of `influencerFields`, at sign-up and in the settings. */
export const InfluencerFields = ({ form }: { form: FormState }) => (
  <>
    <FieldRow>
      <Select
        {...fieldProps(form, 'category')}
        label="Category"
        placeholder="Choose one"
        options={categoryOptions}
        required
      />
      <Select
        {...fieldProps(form, 'niche')}
        label="Niche"
        placeholder="Choose one"
        options={nicheOptions}
        required
      />
    </FieldRow>
    <TextArea
      {...fieldProps(form, 'bio')}
      label="Bio"
      hint="What you post about and for whom. It's the first thing sponsors read."
      counter={BIO_LENGTH}
    />
    <FieldRow>
      <CountryField form={form} />
      <TextField {...fieldProps(form, 'city')} label="City" autocomplete="address-level2" />
    </FieldRow>
    <LanguageFields form={form} />
  </>
)
