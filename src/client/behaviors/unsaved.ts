import { appendRow } from '../components/rows.ts'
import { hasReturned } from './has-returned.ts'
import { detailOf } from './htmx-event.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What was typed into a form: how many rows its lists have, and the values by the place of their control. */
interface Typed {
  readonly rows: readonly number[]
  readonly values: readonly (readonly [at: number, value: string, isChecked: boolean])[]
}

/**
 * The browser's history keeps what was typed. Browsers themselves bring back most of it after going back, but no rows
 * that a script has added and no field with `autocomplete="off"`, and nothing after a reload. Call it before Alpine
 * starts, which counts rows and letters.
 */
export function keepTyped(): void {
  const kept: readonly (Typed | null)[] = (hasReturned() && history.state?.typed) || []
  const restoreAll = () => {
    for (const [index, form] of forms().entries()) restore(form, kept[index])
  }
  restoreAll()
  // Only now has the browser brought back what it remembers, which may be older.
  window.addEventListener('pageshow', restoreAll, { once: true })
  const keep = () => history.replaceState({ ...history.state, typed: forms().map(typedInto) }, '')
  // When a page is loaded again, it is too late at `pagehide`. A browser on a phone may leave out the other one.
  for (const event of ['beforeunload', 'pagehide']) window.addEventListener(event, keep)
}

/** Asks before somebody leaves a page, or has a part of it replaced, with something that was not sent. */
export function warnOfUnsaved(): void {
  let sent = new WeakSet<Element>()
  const forgetSent = () => {
    sent = new WeakSet()
  }
  for (const event of ['input', 'htmx:error', 'htmx:response:error'])
    document.addEventListener(event, forgetSent)
  window.addEventListener('pageshow', forgetSent)
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof Element) sent.add(target)
  })
  const isUnsaved = (form: HTMLFormElement) =>
    !sent.has(form) &&
    // A form with errors holds what was typed before.
    (typedInto(form) !== null || form.querySelector('[role=alert].form-errors, [aria-invalid]') !== null)

  window.addEventListener('beforeunload', (event) => {
    if (forms().some(isUnsaved)) event.preventDefault()
  })
  document.addEventListener('htmx:before:request', (event) => {
    const { target, sourceElement } = detailOf(event).ctx ?? {}
    const lost = forms().filter((form) => target?.contains(form) && !form.contains(sourceElement ?? null))
    if (lost.some(isUnsaved) && !confirm('Leave what you typed? It was not sent.')) event.preventDefault()
  })
}

// All forms that change something, but for signing in and out.
const forms = () => [...document.querySelectorAll<HTMLFormElement>('form:has(> [name=form_token])')]
const listsOf = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLElement>('.rows-list')]
const controlsOf = (form: HTMLFormElement) => [
  ...form.querySelectorAll<Control>('input:not([type=hidden], [type=password]), select, textarea'),
]

/** Null if nothing was. */
function typedInto(form: HTMLFormElement): Typed | null {
  const lists = listsOf(form)
  const rows = lists.map(({ childElementCount }) => childElementCount)
  const hasOtherRows = lists.some(({ dataset }, index) => dataset.rows && dataset.rows !== `${rows[index]}`)
  const values = controlsOf(form).flatMap((control, at) =>
    isChanged(control) || (hasOtherRows && control.closest('.rows-list'))
      ? [[at, control.value, control instanceof HTMLInputElement && control.checked] as const]
      : [],
  )
  return hasOtherRows || values.length > 0 ? { rows, values } : null
}

function restore(form: HTMLFormElement, typed: Typed | null | undefined): void {
  for (const [index, list] of listsOf(form).entries()) {
    const rows = list.childElementCount
    list.dataset.rows ??= `${rows}`
    const wanted = typed?.rows[index] ?? rows
    for (let more = rows; more < wanted; more++) appendRow(list)
    for (let left = rows; left > wanted; left--) list.lastElementChild?.remove()
  }
  const controls = controlsOf(form)
  for (const [at, control] of typed ? controls.entries() : []) {
    const [, value, isChecked] = typed?.values.find(([place]) => place === at) ?? []
    if (isBox(control)) control.checked = isChecked ?? control.defaultChecked
    else if (value !== undefined) control.value = value
    else if (!(control instanceof HTMLSelectElement)) control.value = control.defaultValue
  }
}

function isBox(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio'
}

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const chosen = [...control.options].findIndex(({ defaultSelected }) => defaultSelected)
    return control.selectedIndex !== Math.max(chosen, 0)
  }
  return isBox(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue
}
