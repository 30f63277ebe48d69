import type { Child } from 'hono/jsx'
import { fieldId } from './field-frame.tsx'

type Props = {
  legend: string
  hint?: Child
  error?: string | undefined
  /** On the button that adds a row: "Add a deliverable". */
  add: string
  /** The template of a new row. `__n__` in ids and references is replaced with a unique number. */
  blank: Child
  max: number
  /** The current rows, and one or two blank ones for browsers without JavaScript. */
  children?: Child
}

/** A list of rows of fields. With JavaScript, rows can be added and removed. Blank rows are ignored. */
export const Rows = ({ legend, hint, error, add, blank, max, children }: Props) => (
  <fieldset class="field rows" x-data="rows" data-max={max}>
    <legend class="field-label">{legend}</legend>
    {hint ? <div class="field-hint">{hint}</div> : null}
    {error ? <div class="field-error">{error}</div> : null}
    <div class="rows-list" x-ref="list">
      {children}
    </div>
    <template>{blank}</template>
    <button type="button" class="btn btn-outline btn-sm" x-cloak="" x-on:click="add" x-bind:disabled="full">
      {add}
    </button>
  </fieldset>
)

/** `label` is for screen readers: "Deliverable 2". */
export const Row = ({ label, children }: { label: string; children?: Child }) => (
  <fieldset class="rows-row">
    <legend class="visually-hidden">{label}</legend>
    {children}
    <button type="button" class="btn btn-quiet btn-sm rows-remove" x-cloak="" x-on:click="remove">
      Remove
    </button>
  </fieldset>
)

/** The props of a field in a row: its name, its id and its error. `row` is the row's number from 0. */
export const rowProps = (errors: Readonly<Record<string, string>>, name: string, row: string) => ({
  name,
  id: fieldId(`${name}.${row}`),
  error: errors[`${name}.${row}`],
})
