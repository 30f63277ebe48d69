import { detailOf } from './htmx-event.ts'

/** Scrolling loads at most this many rows, so that people can reach the footer. After that they press "More". */
const MAX_SCROLLED_ROWS = 80

/** Stops infinite scrolling once a list is long. */
export function limitInfiniteScroll(): void {
  document.addEventListener('htmx:config:request', (event) => {
    const { sourceElement, sourceEvent } = detailOf(event).ctx ?? {}
    if (sourceEvent?.type !== 'intersect') return
    const rows = sourceElement?.closest('.region')?.querySelectorAll('tbody > tr').length ?? 0
    if (rows >= MAX_SCROLLED_ROWS) event.preventDefault()
  })
}
