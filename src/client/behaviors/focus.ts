/**
 * htmx keeps the focus on an element with the same id. If there is none in the new content, the focus goes to the
 * region, so that the next Tab continues there instead of at the top of the page.
 */
export function keepFocus(): void {
  let lost: string | undefined
  document.addEventListener('htmx:before:swap', () => {
    lost = document.activeElement?.closest('.region')?.id
  })
  document.addEventListener('htmx:after:swap', () => {
    if (lost && document.activeElement === document.body)
      document.getElementById(lost)?.focus({ preventScroll: true })
  })
}

/** The Tab key does not scroll sideways to an element that is partly visible. This does. */
export function showFocusedWhole(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches(':is(.tabs, .comparison) :focus-visible'))
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
}

/** htmx would ignore these clicks. The browser opens the link in a new tab or window, or downloads it. */
export function openLinksElsewhere(): void {
  document.addEventListener(
    'click',
    (event) => {
      const { target, ctrlKey, metaKey, shiftKey, altKey } = event
      const isLink = target instanceof Element && target.closest('a[data-htmx-powered]')
      if (isLink && (ctrlKey || metaKey || shiftKey || altKey)) event.stopPropagation()
    },
    { capture: true },
  )
}

/** Reads out what a search found, or which list a tab shows. */
export function announceResults(): void {
  document.addEventListener('htmx:after:swap', () => {
    const announcer = document.getElementById('announcer')
    const region = document.querySelector('.region')
    const found = ['.list-count', '.empty-title', 'caption'].map((one) => region?.querySelector(one))
    const text = found.find((one) => one)?.textContent ?? ''
    if (announcer && announcer.textContent !== text) announcer.textContent = text
  })
}
