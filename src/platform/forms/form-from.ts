import type * as z from 'zod'
import { type Cents, toDecimal } from '../../shared/money.ts'
import { isMoneyField } from './fields.ts'
import { type FormState, formWith } from './form.ts'

/**
 * Exactly one form field for each of a row's columns, with the column's type. Use it with `satisfies`: a column
 * without a field does not compile, and neither does a field without a column.
 */
export type FieldsOf<Row> = { readonly [Column in keyof Row]-?: z.ZodType<Row[Column]> }

/** The types of columns that have a form field. */
type Stored = string | number | readonly string[] | null

/** A form filled in from a stored row. */
export function formFrom<Fields extends z.ZodRawShape>(
  fields: Fields,
  row: { readonly [Name in keyof Fields]: Stored },
): FormState {
  return formWith(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, toText(row[name] ?? null, isMoneyField(field))]),
    ),
  )
}

function toText(value: Stored, isMoney: boolean): string | readonly string[] | null {
  if (typeof value !== 'number') return value
  return isMoney ? toDecimal(value as Cents) : String(value)
}
