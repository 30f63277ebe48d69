import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { deliverableKindKeys } from '../../../shared/taxonomy.ts'
import { Select } from '../../../ui/forms/choice.tsx'
import { MoneyField, TextField } from '../../../ui/forms/field.tsx'
import { FieldRow } from '../../../ui/forms/form.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { rateName } from '../rate-name.ts'

export const RateFields = ({ form }: { form: FormState }) => (
  <FieldRow>
    <Select
      {...fieldProps(form, 'kind')}
      label="Deliverable"
      placeholder="Choose one"
      options={kindOptions}
      required
    />
    <MoneyField {...fieldProps(form, 'price')} label="Price" currency={useLocale().currency} required />
    <TextField
      {...fieldProps(form, 'days')}
      label="Delivery time"
      suffix="days"
      inputmode="numeric"
      required
    />
  </FieldRow>
)

const kindOptions = deliverableKindKeys.map((kind) => ({ value: kind, label: rateName({ kind }) }))
