import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { dayIn } from '../../../shared/time.ts'
import { Select } from '../../../ui/forms/choice.tsx'
import { DateField, TextField } from '../../../ui/forms/field.tsx'
import { FieldRow } from '../../../ui/forms/form.tsx'
import { platformOptions } from '../../../ui/forms/options.ts'
import { useLocale } from '../../../ui/values/locale.ts'

export const ChannelFields = ({ form }: { form: FormState }) => (
  <>
    <FieldRow>
      <Select
        {...fieldProps(form, 'platform')}
        label="Platform"
        placeholder="Choose one"
        options={platformOptions}
        required
      />
      <TextField {...fieldProps(form, 'handle')} label="Handle" hint="Or the name of the show." required />
    </FieldRow>
    <TextField
      {...fieldProps(form, 'url')}
      label="Address"
      type="url"
      placeholder="https://example.com/mara"
      required
    />
    <FieldRow>
      <Figure form={form} name="followers" label="Followers" />
      <Figure form={form} name="postsLast30Days" label="Posts in the last 30 days" />
    </FieldRow>
    <p class="secondary">On an average post of late:</p>
    <FieldRow>
      <Figure form={form} name="averageViews" label="Views" />
      <Figure form={form} name="averageLikes" label="Likes" />
      <Figure form={form} name="averageComments" label="Comments" />
    </FieldRow>
    <FiguresDateField form={form} />
  </>
)

const Figure = ({ form, name, label }: { form: FormState; name: string; label: string }) => (
  <TextField {...fieldProps(form, name)} label={label} inputmode="numeric" autocomplete="off" required />
)

const FiguresDateField = ({ form }: { form: FormState }) => {
  const { now, timeZone } = useLocale()
  return (
    <DateField
      {...fieldProps(form, 'figuresDate')}
      label="Figures of"
      hint="The day you looked them up: sponsors see how old they are."
      max={dayIn(timeZone, now)}
      required
    />
  )
}
