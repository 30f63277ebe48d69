import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'
import { camelCase } from '../../shared/case.ts'
import type { AppContext } from '../http/context.ts'

/** What stands in a form: as it was stored, or as it was typed. Every field is a list, since a name can repeat. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** A form to show: what stands in it, and what is wrong with which field. `form` names the form as a whole. */
export interface FormState {
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

export type ParsedForm<Value> =
  | (FormState & { readonly ok: true; readonly value: Value })
  | (FormState & { readonly ok: false })

/**
 * Reads the request's form and checks it. What was typed is kept verbatim in `typed`, whatever the outcome;
 * the first problem of each field stands in `errors` under the field's name.
 * Throws a 400 for a body that is no form at all.
 */
export async function parseForm<Schema extends z.ZodType>(
  c: AppContext,
  schema: Schema,
): Promise<ParsedForm<z.output<Schema>>> {
  const typed = await readForm(c)
  return checkForm(typed, schema)
}

/** The same for what has been read already. */
export function checkForm<Schema extends z.ZodType>(
  typed: Typed,
  schema: Schema,
): ParsedForm<z.output<Schema>> {
  const parsed = schema.safeParse(toInput(typed))
  if (parsed.success) return { ok: true, typed, errors: {}, value: parsed.data }
  return { ok: false, typed, errors: firstErrors(parsed.error) }
}

/** The fields of the request's form, verbatim; files and unnamed fields are left out. */
export async function readForm(c: AppContext): Promise<Typed> {
  const body = await c.req.parseBody({ all: true }).catch((cause: unknown) => {
    if (cause instanceof HTTPException) throw cause
    throw new HTTPException(400, { message: 'That was not a form that Parley can read.', cause })
  })
  const typed: Record<string, string[]> = {}
  for (const [name, value] of Object.entries(body)) {
    typed[camelCase(name)] = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
  }
  return typed
}

/** A form with values from the database, or empty. */
export function formOf(
  values: Readonly<Record<string, string | readonly string[] | null | undefined>> = {},
): FormState {
  const typed: Record<string, readonly string[]> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined) typed[name] = typeof value === 'string' ? [value] : value
  }
  return { typed, errors: {} }
}

/** The same form with a rule's refusal at a field, or at `form` for the whole. */
export function refused(form: FormState, errors: Readonly<Record<string, string>>): FormState {
  return { typed: form.typed, errors: { ...form.errors, ...errors } }
}

/** What stands in a field that holds one value. */
export function typedValue(form: FormState, name: string): string {
  return form.typed[name]?.[0] ?? ''
}

/** A form's field as the field components take it: its name, what stands in it, what is wrong with it. */
export function bound(
  form: FormState,
  name: string,
): { name: string; value: string; error: string | undefined } {
  return { name, value: typedValue(form, name), error: form.errors[name] }
}

/** What stands in a field that repeats. */
export function typedValues(form: FormState, name: string): readonly string[] {
  return form.typed[name] ?? []
}

// A name given twice where one is expected reaches the schema as a list, and is refused at that field.
function toInput(typed: Typed): Record<string, string | readonly string[] | undefined> {
  return Object.fromEntries(
    Object.entries(typed).map(([name, all]) => [name, all.length === 1 ? all[0] : all]),
  )
}

function firstErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = issue.path.length > 0 ? String(issue.path[0]) : 'form'
    errors[field] ??= issue.message
  }
  return errors
}
