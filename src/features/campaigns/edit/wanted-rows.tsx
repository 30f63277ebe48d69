import { type FormState, fieldValues } from '../../../platform/forms/form.ts'
import { Select } from '../../../ui/forms/choice.tsx'
import { TextField } from '../../../ui/forms/field.tsx'
import { fieldId } from '../../../ui/forms/field-frame.tsx'
import { Row, Rows } from '../../../ui/forms/field-rows.tsx'
import { deliverableOptions } from '../../../ui/forms/options.ts'
import { fieldLabels } from './field-labels.ts'
import { MAX_DELIVERABLE_KINDS } from './form-fields.ts'

/** A row for each kind of deliverable, and an empty row for one more. */
export const WantedRows = ({ form }: { form: FormState }) => {
  const kinds = fieldValues(form, 'deliverableKind')
  const counts = fieldValues(form, 'deliverableCount')
  const error = form.errors.deliverableKind
  const filled = kinds.findLastIndex((kind) => kind !== '') + 1
  return (
    <Rows
      legend={fieldLabels.deliverableKind}
      hint="Leave a row empty if you don't need it. You'll agree on due dates with each influencer."
      error={error}
      add="Add a deliverable"
      max={MAX_DELIVERABLE_KINDS}
      blank={<WantedRow label="New deliverable" suffix="-__n__" kind="" count="1" />}
    >
      {Array.from({ length: Math.max(filled, Math.min(filled + 1, MAX_DELIVERABLE_KINDS)) }, (_, index) => (
        <WantedRow
          label={`Deliverable ${index + 1}`}
          suffix={index === 0 ? '' : `-${index}`}
          kind={kinds[index] ?? ''}
          count={counts[index] ?? '1'}
          autofocus={index === 0 && error !== undefined}
        />
      ))}
    </Rows>
  )
}

type RowProps = { label: string; suffix: string; kind: string; count: string; autofocus?: boolean }

// The first row has ids without a suffix: the error summary and the links to missing fields point to it.
const WantedRow = ({ label, suffix, kind, count, autofocus = false }: RowProps) => (
  <Row label={label}>
    <Select
      name="deliverableKind"
      id={`${fieldId('deliverableKind')}${suffix}`}
      label="What"
      value={kind}
      placeholder="None"
      autofocus={autofocus}
      options={deliverableOptions}
    />
    <TextField
      name="deliverableCount"
      id={`${fieldId('deliverableCount')}${suffix}`}
      label="How many"
      inputmode="numeric"
      value={count}
    />
  </Row>
)
