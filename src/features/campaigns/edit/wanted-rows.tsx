import { type FormState, fieldValues } from '../../../platform/forms/form.ts'
import { DeliverableFields, type DeliverableRowProps } from '../../../ui/forms/deliverable-fields.tsx'
import { Row, Rows } from '../../../ui/forms/field-rows.tsx'
import { fieldLabels } from './field-labels.ts'
import { MAX_DELIVERABLE_KINDS } from './form-fields.ts'

/** A row for each kind of deliverable, and an empty row for one more. */
export const WantedRows = ({ form }: { form: FormState }) => {
  const kinds = fieldValues(form, 'deliverableKind')
  const counts = fieldValues(form, 'deliverableCount')
  const filled = kinds.findLastIndex((kind) => kind !== '') + 1
  return (
    <Rows
      legend={fieldLabels.deliverableKind}
      hint="Leave a row empty if you don't need it. You'll agree on due dates with each influencer."
      add="Add a deliverable"
      max={MAX_DELIVERABLE_KINDS}
      blank={<WantedRow label="New deliverable" row="__n__" kind="" count="1" />}
    >
      {Array.from({ length: Math.max(filled, Math.min(filled + 1, MAX_DELIVERABLE_KINDS)) }, (_, index) => (
        <WantedRow
          label={`Deliverable ${index + 1}`}
          row={String(index)}
          errors={form.errors}
          kind={kinds[index] ?? ''}
          count={counts[index] ?? '1'}
        />
      ))}
    </Rows>
  )
}

const WantedRow = ({ label, ...fields }: DeliverableRowProps & { label: string }) => (
  <Row label={label}>
    <DeliverableFields {...fields} />
  </Row>
)
