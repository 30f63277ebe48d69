/**
 * Lets a POST go out once for a double click. The server guards itself as well.
 * The button is not disabled, since a disabled one would keep its own value out of the form.
 */
export function submitOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || form.hasAttribute('hx-post')) return

    if (form.ariaBusy === 'true') event.preventDefault()
    form.ariaBusy = 'true'
  })

  // Going back may bring the page as it was left.
  window.addEventListener('pageshow', () => {
    for (const form of document.forms) form.ariaBusy = null
  })
}
