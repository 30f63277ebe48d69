import * as z from 'zod'
import { checkForm, type FormState, type SubmittedValues } from '../../platform/forms/form.ts'
import { camelCase } from '../../shared/case.ts'

/** A search as its address tells it: what could be read, and the form that says it back. */
export interface ReadQuery<Value> {
  readonly value: Value
  /** What was typed, and what is wrong with it: the wrong fields are left out of `value`. */
  readonly form: FormState
}

/**
 * Reads a query so that a wrong field hinders none of the others.
 * The schema must do with any field missing, and name a field in each of its complaints.
 */
export function readQuery<Schema extends z.ZodType>(
  query: Readonly<Record<string, string>>,
  schema: Schema,
): ReadQuery<z.output<Schema>> {
  const values = Object.fromEntries(Object.entries(query).map(([name, value]) => [camelCase(name), [value]]))
  return withoutWrong(values, { values, errors: {} }, schema)
}

/** One of a list that nobody types: anything else is no choice at all. */
export function chosen<const Key extends string>(keys: readonly Key[]) {
  return z.enum(keys).nullable().catch(null)
}

function withoutWrong<Schema extends z.ZodType>(
  typed: SubmittedValues,
  { values: all, errors }: FormState,
  schema: Schema,
): ReadQuery<z.output<Schema>> {
  const checked = checkForm(typed, schema)
  if (checked.ok) return { value: checked.value, form: { values: all, errors } }

  const right = Object.entries(typed).filter(([name]) => !(name in checked.errors))
  if (right.length === Object.keys(typed).length)
    throw new Error('A query was refused without a field to blame.')
  return withoutWrong(
    Object.fromEntries(right),
    { values: all, errors: { ...checked.errors, ...errors } },
    schema,
  )
}
