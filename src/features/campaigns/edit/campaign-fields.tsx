import { type FormState, fieldProps, fieldValue, fieldValues } from '../../../platform/forms/form.ts'
import { usageChannels } from '../../../shared/taxonomy.ts'
import { Checkboxes, Radios, Select } from '../../../ui/forms/choice.tsx'
import { DateField, MoneyField, TextArea, TextField } from '../../../ui/forms/field.tsx'
import { FieldRow } from '../../../ui/forms/form.tsx'
import { categoryOptions, nicheOptions, optionsOf, platformOptions } from '../../../ui/forms/options.ts'
import { TimeZoneField } from '../../../ui/forms/place-fields.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { visibilities } from '../schema.ts'
import { fieldLabels } from './field-labels.ts'
import { MAX_GOALS } from './form-fields.ts'
import { WantedRows } from './wanted-rows.tsx'

type Props = { form: FormState }

export const BasicFields = ({ form }: Props) => (
  <Card title="About the campaign">
    <TextField {...fieldProps(form, 'name')} label={fieldLabels.name} required maxlength={120} />
    <TextArea
      {...fieldProps(form, 'brief')}
      label={fieldLabels.brief}
      hint="What you're promoting, who you want to reach, and the tone you want."
      rows={7}
      counter={5_000}
    />
    <TextArea
      {...fieldProps(form, 'goals')}
      value={fieldValues(form, 'goals').join('\n')}
      label={fieldLabels.goals}
      hint={`One per line, up to ${MAX_GOALS}. Check them off as you reach them. Rewording a goal unchecks it.`}
      rows={4}
    />
    <FieldRow>
      <Select
        {...fieldProps(form, 'category')}
        label={fieldLabels.category}
        placeholder="Choose a category"
        options={categoryOptions}
      />
      <Select
        {...fieldProps(form, 'niche')}
        label={fieldLabels.niche}
        placeholder="Choose a niche"
        options={nicheOptions}
      />
    </FieldRow>
  </Card>
)

export const DeliverableFields = ({ form }: Props) => (
  <Card title="What you want">
    <Checkboxes
      name="platforms"
      legend={fieldLabels.platforms}
      columns
      error={form.errors.platforms}
      values={fieldValues(form, 'platforms')}
      options={platformOptions}
    />
    <WantedRows form={form} />
    <FieldRow>
      <TextField
        {...fieldProps(form, 'hashtags')}
        label={fieldLabels.hashtags}
        placeholder="#autumn #trail"
      />
      <TextField {...fieldProps(form, 'mentions')} label={fieldLabels.mentions} placeholder="@northway" />
    </FieldRow>
    <FieldRow>
      <TextArea {...fieldProps(form, 'dos')} label={fieldLabels.dos} rows={3} />
      <TextArea {...fieldProps(form, 'donts')} label={fieldLabels.donts} rows={3} />
    </FieldRow>
    <TextField
      {...fieldProps(form, 'disclosure')}
      label={fieldLabels.disclosure}
      hint="What every post must say to show that it's paid."
    />
    <Checkboxes
      name="usageChannels"
      legend={fieldLabels.usageChannels}
      columns
      hint="Where you can reuse the content."
      error={form.errors.usageChannels}
      values={fieldValues(form, 'usageChannels')}
      options={optionsOf(usageChannels)}
    />
    <TextField
      {...fieldProps(form, 'usageMonths')}
      label={fieldLabels.usageMonths}
      inputmode="numeric"
      suffix="months"
    />
  </Card>
)

export const ScheduleFields = ({ form }: Props) => {
  const { currency } = useLocale()
  return (
    <Card title="Dates and budget">
      <FieldRow>
        <DateField {...fieldProps(form, 'startDate')} label={fieldLabels.startDate} />
        <DateField {...fieldProps(form, 'endDate')} label={fieldLabels.endDate} hint="The last day." />
      </FieldRow>
      <TimeZoneField
        form={form}
        label={fieldLabels.timeZone}
        hint="All dates of this campaign are in this time zone, wherever people are."
      />
      <MoneyField
        {...fieldProps(form, 'budget')}
        label={fieldLabels.budget}
        hint="The most you can spend in this campaign. Influencers can see it."
        currency={currency}
      />
      <Radios
        name="visibility"
        legend={fieldLabels.visibility}
        error={form.errors.visibility}
        value={fieldValue(form, 'visibility')}
        options={visibilities.map((value) => ({ value, ...visibilityTexts[value] }))}
      />
    </Card>
  )
}

const visibilityTexts: Record<(typeof visibilities)[number], { label: string; hint: string }> = {
  public: { label: 'Public', hint: 'Any influencer can find it and apply.' },
  private: { label: 'Private', hint: 'Only influencers you invite can see it.' },
}
