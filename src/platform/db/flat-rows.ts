import { Column, is, SQL } from 'drizzle-orm'
import type { Select } from './select.ts'

/** Turns rows into objects. A row is the list of its values, in the order of the select's fields. */
export type MakeRows = (rows: readonly (readonly unknown[])[]) => unknown[]

/**
 * Finds out once how the rows of a select become objects. Drizzle looks up the kind of field for every value of every
 * row; see docs/decisions/0004-prepared-selects.md. Null for a select that groups fields, which Drizzle must map itself.
 */
export function flatRows(select: Select): MakeRows | null {
  const selected: unknown = Reflect.get(select._, 'selectedFields')
  if (typeof selected !== 'object' || selected === null) return null

  const fields: Field[] = []
  for (const [name, field] of Object.entries(selected)) {
    const decode = decoderOf(field)
    if (!decode) return null
    fields.push({ name, decode })
  }
  return (rows) => rows.map((row) => toObject(fields, row))
}

interface Field {
  readonly name: string
  readonly decode: Decode
}

type Decode = (value: unknown) => unknown

function toObject(fields: readonly Field[], row: readonly unknown[]): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  for (const [index, { name, decode }] of fields.entries()) {
    const value = row[index]
    object[name] = value === null ? null : decode(value)
  }
  return object
}

function decoderOf(field: unknown): Decode | null {
  if (is(field, Column)) return (value) => field.mapFromDriverValue(value)
  if (is(field, SQL)) return decoderIn(field)
  return is(field, SQL.Aliased) ? decoderIn(field.sql) : null
}

// The decoder of an expression comes from `mapWith`. Drizzle's types hide it.
function decoderIn(sql: SQL): Decode | null {
  const decoder: unknown = Reflect.get(sql, 'decoder')
  if (typeof decoder !== 'object' || decoder === null) return null
  const decode: unknown = Reflect.get(decoder, 'mapFromDriverValue')
  return typeof decode === 'function' ? (value) => decode.call(decoder, value) : null
}
