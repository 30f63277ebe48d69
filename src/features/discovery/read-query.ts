import * as z from 'zod'
import { checkForm, type FormState, type SubmittedValues } from '../../platform/forms/form.ts'
import { camelCase } from '../../shared/case.ts'

/** A search as its query string says it. */
export interface ReadQuery<Value> {
  /** Without the fields that have errors. */
  readonly value: Value
  /** Everything that was typed, with the errors. */
  readonly form: FormState
}

/**
 * Parses a query string. Fields with errors are left out, and all others still count.
 * Every field of the schema must be optional, and each of its errors must name a field.
 */
export function readQuery<Schema extends z.ZodType>(
  query: Readonly<Record<string, string>>,
  schema: Schema,
): ReadQuery<z.output<Schema>> {
  const values = Object.fromEntries(Object.entries(query).map(([name, value]) => [camelCase(name), [value]]))
  return withoutInvalid(values, { values, errors: {} }, schema)
}

/** A choice from a select. Anything else counts as no choice. */
export function optionalChoice<const Key extends string>(keys: readonly Key[]) {
  return z.enum(keys).nullable().catch(null).default(null)
}

function withoutInvalid<Schema extends z.ZodType>(
  typed: SubmittedValues,
  { values: all, errors }: FormState,
  schema: Schema,
): ReadQuery<z.output<Schema>> {
  const checked = checkForm(typed, schema)
  if (checked.ok) return { value: checked.value, form: { values: all, errors } }

  const valid = Object.entries(typed).filter(([name]) => !(name in checked.errors))
  if (valid.length === Object.keys(typed).length)
    throw new Error('The schema reported an error without naming a field.')
  return withoutInvalid(
    Object.fromEntries(valid),
    { values: all, errors: { ...checked.errors, ...errors } },
    schema,
  )
}
