import { HTTPException } from 'hono/http-exception'
import type * as z from 'zod'
import { camelCase } from '../../shared/case.ts'
import type { AppContext } from '../http/context.ts'
import { TOKEN_FIELD } from './form-token.ts'

/** A form's values by field name. Each is a list, because a field can repeat. */
export type SubmittedValues = Readonly<Record<string, readonly string[]>>

/**
 * A form to show, with values and errors by field name. The error `form` is about the whole form, and
 * `deliverableDue.2` is about that field of the third row.
 */
export interface FormState {
  readonly values: SubmittedValues
  readonly errors: Readonly<Record<string, string>>
}

export type ParsedForm<Value> =
  | (FormState & { readonly ok: true; readonly value: Value })
  | (FormState & { readonly ok: false })

/**
 * Reads and validates the request's form. Returns the values as they were typed, and the first error of each
 * field. Throws a 400 if the body is not a form.
 */
export async function parseForm<Schema extends z.ZodType>(
  c: AppContext,
  schema: Schema,
): Promise<ParsedForm<z.output<Schema>>> {
  return checkForm(await readForm(c), schema)
}

/** Validates values that were read with `readForm`. */
export function checkForm<Schema extends z.ZodType>(
  values: SubmittedValues,
  schema: Schema,
): ParsedForm<z.output<Schema>> {
  const { [NOTICE]: notice, ...typed } = values
  if (notice?.[0]) return { ok: false, values: typed, errors: { form: notice[0] } }
  const parsed = schema.safeParse(toInput(values))
  if (parsed.success) return { ok: true, values, errors: {}, value: parsed.data }
  return { ok: false, values, errors: firstErrors(parsed.error) }
}

/**
 * The fields of the request's form as they were typed, without files. The field `company_name` of the HTML is
 * `companyName` here.
 */
export async function readForm(c: AppContext): Promise<SubmittedValues> {
  const values: Record<string, readonly string[]> = {}
  for (const [name, all] of await readFields(c)) {
    if (name !== TOKEN_FIELD && name !== NOTICE) values[camelCase(name)] = all
  }
  const { restoration } = c.var
  if (!restoration) return values
  restoration.wasRead = true
  return { ...values, [NOTICE]: [restoration.message] }
}

// With it, a form is not valid, and this is why. No field of a form is called so.
const NOTICE = 'form notice'

/** The form's token as it was sent; see `form-token.ts`. */
export async function readSubmittedToken(c: AppContext): Promise<string | undefined> {
  return (await readFields(c)).find(([name]) => name === TOKEN_FIELD)?.[1][0]
}

/** The fields under the names of the HTML, without files. */
export async function readFields(c: AppContext): Promise<readonly (readonly [string, readonly string[]])[]> {
  const body = await c.req.parseBody({ all: true }).catch((cause: unknown) => {
    if (cause instanceof HTTPException) throw cause
    throw new HTTPException(400, { message: 'Parley could not read that form.', cause })
  })
  return Object.entries(body).map(([name, value]) => [
    name,
    (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string'),
  ])
}

/** A form with these values, for example from the database, and no errors. */
export function formWith(
  values: Readonly<Record<string, string | readonly string[] | null | undefined>> = {},
): FormState {
  const lists: Record<string, readonly string[]> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined) lists[name] = typeof value === 'string' ? [value] : value
  }
  return { values: lists, errors: {} }
}

/** The same form with more errors, for example from a rule. */
export function withErrors(form: FormState, errors: Readonly<Record<string, string>>): FormState {
  return { values: form.values, errors: { ...form.errors, ...errors } }
}

/** The props of a field component: name, value and error. */
export function fieldProps(
  form: FormState,
  name: string,
): { name: string; value: string; error: string | undefined } {
  return { name, value: fieldValue(form, name), error: form.errors[name] }
}

export function fieldValue(form: FormState, name: string): string {
  return form.values[name]?.[0] ?? ''
}

/** All values of a field that repeats. */
export function fieldValues(form: FormState, name: string): readonly string[] {
  return form.values[name] ?? []
}

// A repeated field is passed to the schema as a list, so that a schema for one value refuses it.
function toInput(values: SubmittedValues): Record<string, string | readonly string[] | undefined> {
  return Object.fromEntries(
    Object.entries(values).map(([name, all]) => [name, all.length === 1 ? all[0] : all]),
  )
}

// An issue in a row names the group, the field, and the row from 0.
function fieldOf([field = 'form', column, row]: readonly PropertyKey[]): string {
  return typeof row === 'number' ? `${String(column)}.${row}` : String(field)
}

function firstErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    errors[fieldOf(issue.path)] ??= issue.message
  }
  return errors
}
