import type { Child } from 'hono/jsx'
import { snakeCase } from '../../shared/case.ts'

/** What every field takes. `value`s are strings: what was typed comes back as it was typed. */
export type FieldProps = {
  /** As in code: "companyName" is sent as "company_name". */
  name: string
  label: string
  /** Why the value was refused, as a sentence. */
  error?: string | undefined
  /** What to type, said before there is a mistake. */
  hint?: Child
  required?: boolean | undefined
  disabled?: boolean | undefined
  autofocus?: boolean | undefined
  /** `field-<sent name>` unless the name stands on the page more than once. */
  id?: string | undefined
}

export const fieldId = (name: string): string => `field-${snakeCase(name)}`

type FrameProps = FieldProps & { children?: Child; after?: Child }

/** Label, control, hint and error, in the order in which they are read. */
export const FieldFrame = ({ children, after, ...field }: FrameProps) => (
  <div class="field">
    <label class="field-label" for={idOf(field)}>
      {field.label}
      <Mark required={field.required} />
    </label>
    {children}
    <FieldNotes {...field} />
    {after}
  </div>
)

/** A fieldset for controls that answer one question together. */
export const FieldGroup = ({
  children,
  role,
  ...field
}: FieldProps & { children?: Child; role?: string }) => (
  <fieldset class="field" role={role} aria-describedby={describedBy(field)} disabled={field.disabled}>
    <legend class="field-label">
      {field.label}
      <Mark required={field.required} />
    </legend>
    <FieldNotes {...field} />
    {children}
  </fieldset>
)

export const FieldNotes = (field: FieldProps) => (
  <>
    {field.hint ? (
      <div class="field-hint" id={`${idOf(field)}-hint`}>
        {field.hint}
      </div>
    ) : null}
    {field.error ? (
      <div class="field-error" id={`${idOf(field)}-error`}>
        {field.error}
      </div>
    ) : null}
  </>
)

/**
 * The attributes that tie a control to its label, hint and error.
 * Every wrong field asks for the focus and the browser gives it to the first: the cursor without JavaScript.
 */
export const controlAttributes = (field: FieldProps) => ({
  id: idOf(field),
  name: snakeCase(field.name),
  required: field.required ?? false,
  disabled: field.disabled ?? false,
  autofocus: field.autofocus || Boolean(field.error),
  'aria-invalid': field.error ? ('true' as const) : undefined,
  'aria-describedby': describedBy(field),
})

export const idOf = ({ id, name }: FieldProps): string => id ?? fieldId(name)

export const describedBy = (field: FieldProps): string | undefined => {
  const notes = [field.hint && `${idOf(field)}-hint`, field.error && `${idOf(field)}-error`]
  return notes.filter(Boolean).join(' ') || undefined
}

// The word, since a star alone explains itself to nobody.
const Mark = ({ required }: { required?: boolean | undefined }) =>
  required ? <span class="field-mark">required</span> : null
