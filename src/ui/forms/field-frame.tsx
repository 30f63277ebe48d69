import type { Child } from 'hono/jsx'
import { snakeCase } from '../../shared/case.ts'

/** Props of every field. Values are strings, so that a field shows again exactly what was typed. */
export type FieldProps = {
  /** The name in code: "companyName" is sent as "company_name". */
  name: string
  label: string
  /** Why the value is not valid. */
  error?: string | undefined
  /** What to enter. */
  hint?: Child
  required?: boolean | undefined
  disabled?: boolean | undefined
  autofocus?: boolean | undefined
  /** `field-<sent name>` by default. Set it if the page has several fields with the name. */
  id?: string | undefined
}

/** The id of a field. "deliverableDue.2" is the field of the third row; the one of the first row has the plain id. */
export const fieldId = (name: string): string => {
  const [field = '', row = '0'] = name.split('.')
  return `field-${snakeCase(field)}${row === '0' ? '' : `-${row}`}`
}

type FrameProps = FieldProps & { children?: Child; after?: Child }

/** Label, control, hint and error. */
export const FieldFrame = ({ children, after, ...field }: FrameProps) => (
  <div class="field">
    <label class="field-label" for={idOf(field)}>
      {field.label}
      {markOf(field)}
    </label>
    {children}
    {notesOf(field)}
    {after}
  </div>
)

/** A fieldset for controls that belong together, such as radio buttons. */
export const FieldGroup = ({
  children,
  role,
  ...field
}: FieldProps & { children?: Child; role?: string }) => (
  <fieldset class="field" role={role} aria-describedby={describedBy(field)} disabled={field.disabled}>
    <legend class="field-label">
      {field.label}
      {markOf(field)}
    </legend>
    {notesOf(field)}
    {children}
  </fieldset>
)

// Not components, because a page has many fields and components are slower.
function notesOf(field: FieldProps): Child[] {
  return [
    field.hint ? (
      <div class="field-hint" id={`${idOf(field)}-hint`}>
        {field.hint}
      </div>
    ) : null,
    field.error ? (
      <div class="field-error" id={`${idOf(field)}-error`}>
        {field.error}
      </div>
    ) : null,
  ]
}

// A word, because an asterisk needs an explanation.
function markOf({ required }: FieldProps): Child {
  return required ? <span class="field-mark">required</span> : null
}

/**
 * The attributes that connect a control to its label, hint and error. Every invalid field has `autofocus`, and
 * the browser focuses the first one, without JavaScript.
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
