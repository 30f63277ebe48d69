import { type FormState, fieldValues } from '../../../platform/forms/form.ts'
import { deliverableKindKeys, deliverableKinds } from '../../../shared/taxonomy.ts'
import { Row, Rows } from '../../../ui/data/rows.tsx'
import { Select } from '../../../ui/forms/choice.tsx'
import { TextField } from '../../../ui/forms/field.tsx'
import { fieldId } from '../../../ui/forms/field-frame.tsx'
import { fieldNames } from './field-names.ts'
import { MAX_WANTED } from './form-fields.ts'

/** So many of each kind of deliverable: those that are named, and an empty row for one more. */
export const WantedRows = ({ form }: { form: FormState }) => {
  const kinds = fieldValues(form, 'deliverableKind')
  const counts = fieldValues(form, 'deliverableCount')
  const error = form.errors.deliverableKind
  const named = kinds.findLastIndex((kind) => kind !== '') + 1
  return (
    <Rows
      legend={fieldNames.deliverableKind}
      hint="An empty row counts as none. What is due when, you agree with each influencer."
      error={error}
      add="Add a deliverable"
      most={MAX_WANTED}
      blank={<WantedRow label="New deliverable" suffix="-__n__" kind="" count="1" />}
    >
      {Array.from({ length: Math.max(named, Math.min(named + 1, MAX_WANTED)) }, (_, index) => (
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

// The first row bears the plain ids: the error summary and the links to what is missing lead there.
const WantedRow = ({ label, suffix, kind, count, autofocus = false }: RowProps) => (
  <Row label={label}>
    <Select
      name="deliverableKind"
      id={`${fieldId('deliverableKind')}${suffix}`}
      label="What"
      value={kind}
      placeholder="None"
      autofocus={autofocus}
      options={deliverableKindKeys.map((value) => ({ value, label: deliverableKinds[value][0] }))}
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
