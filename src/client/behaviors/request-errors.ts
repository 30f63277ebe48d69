import { detailOf } from './htmx-event.ts'

/** Shows a message if an htmx request fails. The page stays as it was. */
export function showRequestErrors(): void {
  document.addEventListener('htmx:error', () => show('Could not reach Parley. Please try again.'))
  document.addEventListener('htmx:response:error', (event) => {
    const { status = 0 } = detailOf(event).ctx?.response ?? {}
    if (status >= 500) show("That didn't work. Nothing was changed. Please try again.")
  })
}

function show(message: string): void {
  document.querySelector('.toast[data-failed]')?.remove()
  const toast = document.createElement('div')
  toast.className = 'toast toast-failure'
  toast.role = 'alert'
  toast.dataset.failed = 'yes'
  toast.setAttribute('x-data', 'toast')
  toast.textContent = message
  document.querySelector('main')?.prepend(toast)
}
