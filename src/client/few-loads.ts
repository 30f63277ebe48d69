/** So many rows come by themselves as one scrolls; then the footer can be reached, and the rest is asked for. */
const MAX_BY_THEMSELVES = 80

/** Holds a list back from growing on and on: its "More" waits to be pressed once it is long. */
export function loadFewByThemselves(): void {
  document.addEventListener('htmx:config:request', (event) => {
    const { sourceElement, sourceEvent } = contextOf(event)
    if (sourceEvent?.type !== 'intersect') return
    const rows = sourceElement?.closest('.region')?.querySelectorAll('tbody > tr').length ?? 0
    if (rows >= MAX_BY_THEMSELVES) event.preventDefault()
  })
}

type Context = { readonly sourceElement?: Element; readonly sourceEvent?: Event }

function contextOf(event: Event): Context {
  const detail: { ctx?: Context } = event instanceof CustomEvent ? event.detail : {}
  return detail.ctx ?? {}
}
