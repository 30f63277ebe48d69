import { type FormState, fieldProps } from '../../platform/forms/form.ts'
import { Select } from '../../ui/forms/choice.tsx'
import { MoneyField, TextArea, TextField } from '../../ui/forms/field.tsx'
import { FieldRow } from '../../ui/forms/form.tsx'
import { categoryOptions, nicheOptions } from '../../ui/forms/options.ts'
import { CountryField, LanguageFields } from '../../ui/forms/place-fields.tsx'
import { useLocale } from '../../ui/values/locale.ts'
import { ABOUT_LENGTH } from './forms.ts'

type Props = { form: FormState }

export const SponsorFields = ({ form }: Props) => (
  <>
    <FieldRow>
      <TextField
        {...fieldProps(form, 'companyName')}
        label="Company, or your own name"
        autocomplete="organization"
        required
      />
      <TextField
        {...fieldProps(form, 'industry')}
        label="Industry"
        hint="Such as outdoor gear, or software."
        required
      />
    </FieldRow>
    <FieldRow>
      <MoneyField {...fieldProps(form, 'budget')} label="Yearly budget" currency={useLocale().currency} />
      <TextField
        {...fieldProps(form, 'website')}
        label="Website"
        type="url"
        autocomplete="url"
        placeholder="https://example.com"
      />
    </FieldRow>
    <TextArea
      {...fieldProps(form, 'about')}
      label="About"
      hint="What you make and whom you want to reach: influencers read it before they answer."
      counter={ABOUT_LENGTH}
    />
  </>
)

export const InfluencerFields = ({ form }: Props) => (
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
      hint="What you post about, and for whom: sponsors read it first."
      counter={ABOUT_LENGTH}
    />
    <FieldRow>
      <CountryField form={form} />
      <TextField {...fieldProps(form, 'city')} label="City" autocomplete="address-level2" />
    </FieldRow>
    <LanguageFields form={form} />
  </>
)
