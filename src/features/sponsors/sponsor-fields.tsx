import { type FormState, fieldProps } from '../../platform/forms/form.ts'
import { MoneyField, TextArea, TextField } from '../../ui/forms/field.tsx'
import { FieldRow } from '../../ui/forms/form.tsx'
import { useLocale } from '../../ui/values/locale.ts'
import { ABOUT_LENGTH } from './forms.ts'
import { sponsorLabels } from './sponsor-terms.tsx'

/** The inputs of `sponsorFields`, at sign-up and in the settings. */
export const SponsorFields = ({ form }: { form: FormState }) => (
  <>
    <FieldRow>
      <TextField
        {...fieldProps(form, 'companyName')}
        label={sponsorLabels.companyName}
        autocomplete="organization"
        required
      />
      <TextField
        {...fieldProps(form, 'industry')}
        label={sponsorLabels.industry}
        hint="For example, outdoor gear or software."
        required
      />
    </FieldRow>
    <FieldRow>
      <MoneyField
        {...fieldProps(form, 'annualBudget')}
        label={sponsorLabels.annualBudget}
        hint="Only our admins see it."
        currency={useLocale().currency}
      />
      <TextField
        {...fieldProps(form, 'website')}
        label={sponsorLabels.website}
        type="url"
        autocomplete="url"
        placeholder="https://example.com"
      />
    </FieldRow>
    <TextArea
      {...fieldProps(form, 'about')}
      label={sponsorLabels.about}
      hint="What you make and who you want to reach. Influencers read it before they reply."
      counter={ABOUT_LENGTH}
    />
  </>
)
