import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { dayAt } from '../../../shared/time.ts'
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
      <TextField
        {...fieldProps(form, 'handle')}
        label="Handle"
        hint="Like mara.outside, or the address of your profile. For a podcast, the name of the show."
        required
      />
    </FieldRow>
    <TextField
      {...fieldProps(form, 'url')}
      label="Web address"
      type="url"
      hint="Needed for podcasts and blogs. Elsewhere the handle is enough."
      placeholder="https://example.com/mara"
    />
    <FieldRow>
      <CountField form={form} name="followers" label="Followers" />
      <CountField form={form} name="postsLast30Days" label="Posts in the last 30 days" />
    </FieldRow>
    <p class="secondary">Recent average per post:</p>
    <FieldRow>
      <CountField form={form} name="averageViews" label="Views" />
      <CountField form={form} name="averageLikes" label="Likes" />
      <CountField form={form} name="averageComments" label="Comments" />
    </FieldRow>
    <MetricsDateField form={form} />
  </>
)

const CountField = ({ form, name, label }: { form: FormState; name: string; label: string }) => (
  <TextField {...fieldProps(form, name)} label={label} inputmode="numeric" required />
)

const MetricsDateField = ({ form }: { form: FormState }) => {
  const { now, timeZone } = useLocale()
  return (
    <DateField
      {...fieldProps(form, 'metricsDate')}
      label="As of"
      hint="The day you looked up these numbers. Sponsors see how old they are."
      max={dayAt(now, timeZone)}
      required
    />
  )
}
