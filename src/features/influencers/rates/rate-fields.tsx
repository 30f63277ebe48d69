import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { deliverableKindKeys } from '../../../shared/taxonomy.ts'
import { Select } from '../../../ui/forms/choice.tsx'
import { MoneyField, TextField } from '../../../ui/forms/field.tsx'
import { fieldId } from '../../../ui/forms/field-frame.tsx'
import { FieldRow } from '../../../ui/forms/form.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { PriceGuidanceNote } from '../../price-guidance/price-guidance-note.tsx'
import type { PriceGuidance } from '../../price-guidance/price-range.ts'
import { rateName } from '../rate-name.ts'

type Props = {
  form: FormState
  guidance: readonly PriceGuidance[]
  /** A GET of it answers with the guidance for another kind. */
  guidanceHref: string
}

export const RateFields = ({ form, guidance, guidanceHref }: Props) => (
  <>
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
    <PriceGuidanceNote guidance={guidance} follow={{ href: guidanceHref, from: `#${fieldId('kind')}` }} />
  </>
)

const kindOptions = deliverableKindKeys.map((kind) => ({ value: kind, label: rateName({ kind }) }))
