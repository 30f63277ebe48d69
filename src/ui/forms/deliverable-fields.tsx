import type { FormState } from '../../platform/forms/form.ts'
import { Select } from './choice.tsx'
import { TextField } from './field.tsx'
import { rowProps } from './field-rows.tsx'
import { deliverableOptions } from './options.ts'

/** What to deliver, in a row of a form. `kind` and `count` are as they were typed. */
export interface DeliverableRowProps {
  readonly row: string
  readonly errors?: FormState['errors']
  readonly kind: string
  readonly count: string
}

export const DeliverableFields = ({ row, errors = {}, kind, count }: DeliverableRowProps) => (
  <>
    <Select
      {...rowProps(errors, 'deliverableKind', row)}
      label="What"
      value={kind}
      placeholder="None"
      options={deliverableOptions}
    />
    <TextField
      {...rowProps(errors, 'deliverableCount', row)}
      label="How many"
      inputmode="numeric"
      value={count}
    />
  </>
)
