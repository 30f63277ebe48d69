import { type FormState, fieldProps, fieldValue, fieldValues } from '../../../platform/forms/form.ts'
import { usageChannels } from '../../../shared/taxonomy.ts'
import { Checkboxes, Radios, Select } from '../../../ui/forms/choice.tsx'
import { DateField, MoneyField, TextArea, TextField } from '../../../ui/forms/field.tsx'
import { FieldRow } from '../../../ui/forms/form.tsx'
import { categoryOptions, nicheOptions, optionsOf, platformOptions } from '../../../ui/forms/options.ts'
import { Card } from '../../../ui/page/card.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { fieldNames } from './field-names.ts'
import { WantedRows } from './wanted-rows.tsx'

type Props = { form: FormState }

export const WhatItIs = ({ form }: Props) => (
  <Card title="What it is">
    <TextField
      {...fieldProps(form, 'name')}
      label={fieldNames.name}
      required
      maxlength={120}
      autocomplete="off"
    />
    <TextArea
      {...fieldProps(form, 'brief')}
      label={fieldNames.brief}
      hint="What you sell, whom you want to reach, and what it should feel like."
      rows={7}
      counter={5_000}
    />
    <TextArea
      {...fieldProps(form, 'goals')}
      value={fieldValues(form, 'goals').join('\n')}
      label={fieldNames.goals}
      hint="One on each line, up to 20. You tick them off as you reach them; one that you reword starts open."
      rows={4}
    />
    <FieldRow>
      <Select
        {...fieldProps(form, 'category')}
        label={fieldNames.category}
        placeholder="Choose a category"
        options={categoryOptions}
      />
      <Select
        {...fieldProps(form, 'niche')}
        label={fieldNames.niche}
        placeholder="Choose a niche"
        options={nicheOptions}
      />
    </FieldRow>
  </Card>
)

export const WhatIsWanted = ({ form }: Props) => (
  <Card title="What you want">
    <Checkboxes
      name="platforms"
      legend={fieldNames.platforms}
      columns
      error={form.errors.platforms}
      values={fieldValues(form, 'platforms')}
      options={platformOptions}
    />
    <WantedRows form={form} />
    <FieldRow>
      <TextField {...fieldProps(form, 'hashtags')} label={fieldNames.hashtags} placeholder="#autumn #trail" />
      <TextField {...fieldProps(form, 'mentions')} label={fieldNames.mentions} placeholder="@northway" />
    </FieldRow>
    <FieldRow>
      <TextArea {...fieldProps(form, 'dos')} label={fieldNames.dos} rows={3} />
      <TextArea {...fieldProps(form, 'donts')} label={fieldNames.donts} rows={3} />
    </FieldRow>
    <TextField
      {...fieldProps(form, 'disclosure')}
      label={fieldNames.disclosure}
      hint="What every post must say, so that people know that it is paid for."
    />
    <Checkboxes
      name="usageChannels"
      legend={fieldNames.usageChannels}
      columns
      hint="Where you may show the work yourself."
      error={form.errors.usageChannels}
      values={fieldValues(form, 'usageChannels')}
      options={optionsOf(usageChannels)}
    />
    <TextField
      {...fieldProps(form, 'usageMonths')}
      label="For how long"
      inputmode="numeric"
      suffix="months"
    />
  </Card>
)

export const MoneyAndTime = ({ form }: Props) => {
  const { currency } = useLocale()
  return (
    <Card title="Time and money">
      <FieldRow>
        <DateField {...fieldProps(form, 'startDate')} label={fieldNames.startDate} />
        <DateField
          {...fieldProps(form, 'endDate')}
          label={fieldNames.endDate}
          hint="The last day, in your time zone."
        />
      </FieldRow>
      <MoneyField
        {...fieldProps(form, 'budget')}
        label={fieldNames.budget}
        hint="The most that can be agreed in this campaign. Influencers see it."
        currency={currency}
      />
      <Radios
        name="visibility"
        legend={fieldNames.visibility}
        error={form.errors.visibility}
        value={fieldValue(form, 'visibility')}
        options={[
          { value: 'public', label: 'Public', hint: 'Every influencer can find it and apply.' },
          { value: 'private', label: 'Private', hint: 'Only the influencers whom you invite see it.' },
        ]}
      />
    </Card>
  )
}
