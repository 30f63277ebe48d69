import { hasReturned } from './has-returned.ts'
import { detailOf } from './htmx-event.ts'

/** What the browser's history keeps of a list: how many rows were shown, how far down, and which were selected. */
interface Place {
  readonly rows?: number
  readonly top?: number
  readonly selected?: readonly string[]
}

/** Going back to a list finds it as it was left: the rows loaded by then, the place among them, and the selection. */
export function keepPlaceInLists(): void {
  const isList = () => document.querySelector('.region .pager, .region [type=checkbox]') !== null
  const remember = () => {
    if (!isList()) return
    const { length: rows } = document.querySelectorAll('.region tbody > tr')
    const selected = boxes()
      .filter(({ checked }) => checked)
      .map(({ name, value }) => `${name} ${value}`)
    const place: Place = { rows, top: window.scrollY, selected }
    history.replaceState({ ...history.state, place }, '')
  }
  window.addEventListener('pagehide', remember)

  const place: Place | undefined = history.state?.place
  if (!place || !hasReturned()) return
  // Not earlier, because a click on "More" would lead to another page.
  document.addEventListener('htmx:after:process', () => restore(place), { once: true })
}

function restore(place: Place, shownBefore = 0): void {
  const { rows = 0, top = 0, selected = [] } = place
  const more = document.querySelector<HTMLElement>('.region [rel=next][hx-select-oob]')
  const shown = document.querySelectorAll('.region tbody > tr').length
  if (more && shown < rows && shown > shownBefore) {
    afterRequestOf(more, () => restore(place, shown))
    more.click()
    return
  }
  for (const box of boxes()) {
    if (!selected.includes(`${box.name} ${box.value}`)) continue
    box.checked = true
    box.dispatchEvent(new Event('change', { bubbles: true }))
  }
  window.scrollTo(0, top)
}

// Until its request is over, htmx drops a click on the next "More".
function afterRequestOf(more: HTMLElement, goOn: () => void): void {
  const listen = (event: Event) => {
    if (detailOf(event).ctx?.sourceElement !== more) return
    document.removeEventListener('htmx:finally:request', listen)
    setTimeout(goOn)
  }
  document.addEventListener('htmx:finally:request', listen)
}

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('.region tbody [type=checkbox]')]

/**
 * A search updates its URL while somebody types. Each change of a filter gets its own entry in the history, and
 * all letters typed into one field share one, so that the back button leads to the search before.
 */
export function keepSearchesInHistory(): void {
  let typing: EventTarget | null = null
  let changed: EventTarget | null = null
  document.addEventListener('input', ({ target }) => {
    changed = target
  })
  document.addEventListener('htmx:before:history:update', (event) => {
    const { history: update, sourceElement } = detailOf(event)
    if (!update || !(sourceElement instanceof HTMLFormElement)) return
    const isText = changed instanceof HTMLInputElement
    update.type =
      update.path === location.pathname + location.search || (isText && changed === typing)
        ? 'replace'
        : 'push'
    typing = changed
  })
}
