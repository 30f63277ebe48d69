import { type FormState, fieldProps, fieldValues } from '../../platform/forms/form.ts'
import { routes } from '../../routes.ts'
import type { CampaignId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import { usageChannels } from '../../shared/taxonomy.ts'
import { timeZoneName } from '../../shared/time-zones/time-zones.ts'
import { Checkboxes, Select } from '../../ui/forms/choice.tsx'
import { DeliverableFields, type DeliverableRowProps } from '../../ui/forms/deliverable-fields.tsx'
import { DateField, Hidden, MoneyField, TextArea, TextField } from '../../ui/forms/field.tsx'
import { fieldId } from '../../ui/forms/field-frame.tsx'
import { Row, Rows, rowProps } from '../../ui/forms/field-rows.tsx'
import { optionsOf } from '../../ui/forms/options.ts'
import { useLocale } from '../../ui/values/locale.ts'
import { Money } from '../../ui/values/money.tsx'
import { PriceGuidanceNote } from '../price-guidance/price-guidance-note.tsx'
import type { PriceGuidance } from '../price-guidance/price-range.ts'
import { MAX_DELIVERABLES, MAX_ROWS } from './deliverable-rows.ts'
import { offerLifetimes } from './offer.ts'

type Props = {
  form: FormState
  /** The campaign's: its due dates are in it. */
  timeZone: string
  guidance: readonly PriceGuidance[]
  /** A GET of it answers with the guidance for other deliverables. */
  guidanceHref: string
  /** For sponsors: what their campaign has left, and how many people each get this offer. */
  budget: { readonly campaignId: CampaignId; readonly remaining: Cents; readonly people: number } | null
}

/** The fields of an offer: a first one, a counteroffer or an edit. */
export const OfferFields = ({ form, timeZone, guidance, guidanceHref, budget }: Props) => (
  <>
    <MoneyField
      {...fieldProps(form, 'paymentAmount')}
      label="Payment"
      currency={useLocale().currency}
      hint={budget ? <BudgetNote {...budget} /> : undefined}
      required
    />
    <PriceGuidanceNote guidance={guidance} follow={{ href: guidanceHref, from: `#${DELIVERABLES}` }} />
    <div id={DELIVERABLES}>
      <DeliverableRows form={form} timeZone={timeZone} />
    </div>
    <TextArea
      {...fieldProps(form, 'requirements')}
      label="Requirements"
      hint="What the content must include, beyond the campaign's brief."
      counter={2000}
      rows={3}
    />
    <Hidden name="usageShown" value="yes" />
    <Checkboxes
      name="usageChannels"
      legend="Usage rights"
      hint={`Where ${budget ? 'you' : 'the sponsor'} can reuse the content.`}
      error={form.errors.usageChannels}
      values={fieldValues(form, 'usageChannels')}
      options={optionsOf(usageChannels)}
    />
    <TextField
      {...fieldProps(form, 'usageMonths')}
      label="Usage period"
      inputmode="numeric"
      suffix="months"
    />
    <TextArea {...fieldProps(form, 'message')} label="Message" counter={2000} rows={3} />
    <Select
      {...fieldProps(form, 'expiresIn')}
      label="Expires in"
      hint="They can answer until then, or until the campaign ends if that's sooner."
      options={lifetimes}
    />
  </>
)

const BudgetNote = ({ campaignId, remaining, people }: NonNullable<Props['budget']>) => (
  <>
    {people > 1 ? `For each of the ${people}. ` : null}
    Your campaign has <Money cents={remaining} /> left. To offer more,{' '}
    <a href={`${routes.campaigns.edit.href({ campaignId })}#${fieldId('budget')}`}>raise its budget</a> first.
  </>
)

const DELIVERABLES = 'offer-deliverables'

const DeliverableRows = ({ form, timeZone }: Pick<Props, 'form' | 'timeZone'>) => {
  const [kinds, dues] = [fieldValues(form, 'deliverableKind'), fieldValues(form, 'deliverableDue')]
  // A form that comes back has sent its blank row too.
  const filled = kinds.findLastIndex((kind, index) => kind !== '' || dues[index]) + 1
  const shown = Math.min(Math.max(filled, 1), MAX_ROWS)
  return (
    <Rows
      legend="Deliverables"
      hint={`Due by the end of the day, ${timeZoneName(timeZone)}.`}
      add="Add a deliverable"
      max={MAX_DELIVERABLES}
      blank={<DeliverableRow label="New deliverable" row="__n__" kind="" count="1" due="" />}
    >
      {Array.from({ length: Math.min(shown + 1, MAX_ROWS) }, (_, index) => (
        <DeliverableRow
          label={`Deliverable ${index + 1}`}
          row={String(index)}
          errors={form.errors}
          kind={kinds[index] ?? ''}
          count={fieldValues(form, 'deliverableCount')[index] ?? '1'}
          due={dues[index] ?? ''}
        />
      ))}
    </Rows>
  )
}

const DeliverableRow = ({ label, due, ...fields }: DeliverableRowProps & { label: string; due: string }) => (
  <Row label={label}>
    <DeliverableFields {...fields} />
    <DateField {...rowProps(fields.errors ?? {}, 'deliverableDue', fields.row)} label="Due" value={due} />
  </Row>
)

function lifetimeLabel(hours: number): string {
  return hours < 48 ? `${hours} hours` : `${hours / 24} days`
}

const lifetimes = offerLifetimes.map((hours) => ({ value: String(hours), label: lifetimeLabel(hours) }))
