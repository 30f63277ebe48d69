/**
 * Sends a POST form only once on a double click. The server prevents duplicates too. The button is not disabled,
 * because a disabled button's value is not sent.
 */
export function submitOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || form.hasAttribute('hx-post')) return

    if (form.ariaBusy === 'true') event.preventDefault()
    form.ariaBusy = 'true'
  })

  // Going back may restore the page from memory as it was.
  window.addEventListener('pageshow', () => {
    for (const form of document.forms) form.ariaBusy = null
  })
}
