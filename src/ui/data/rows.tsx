import type { Child } from 'hono/jsx'

type Props = {
  legend: string
  hint?: Child
  error?: string | undefined
  /** On the button that adds a row: "Add a deliverable". */
  add: string
  /** An empty row for adding; `__n__` in its ids and references becomes a number of its own. */
  blank: Child
  most: number
  /** The rows that are there, and one blank or two for those without JavaScript. */
  children?: Child
}

/** Fields that repeat together. Without JavaScript an empty row counts as none; with it rows come and go. */
export const Rows = ({ legend, hint, error, add, blank, most, children }: Props) => (
  <fieldset class="field rows" x-data="rows" data-most={most}>
    <legend class="field-label">{legend}</legend>
    {hint ? <div class="field-hint">{hint}</div> : null}
    {error ? <div class="field-error">{error}</div> : null}
    <div class="rows-list" x-ref="list">
      {children}
    </div>
    <template x-ref="blank">{blank}</template>
    <button type="button" class="btn btn-outline btn-sm" x-cloak="" x-on:click="add" x-bind:disabled="full">
      {add}
    </button>
  </fieldset>
)

/** One row; `label` names it for screen readers: "Deliverable 2". */
export const Row = ({ label, children }: { label: string; children?: Child }) => (
  <fieldset class="rows-row">
    <legend class="visually-hidden">{label}</legend>
    {children}
    <button type="button" class="btn btn-quiet btn-sm rows-remove" x-cloak="" x-on:click="remove">
      Remove
    </button>
  </fieldset>
)
