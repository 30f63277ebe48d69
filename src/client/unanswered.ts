/** Says so when a part of the page could not be brought up to date; what stands there stays. */
export function sayWhatFailed(): void {
  document.addEventListener('htmx:error', () => say('Parley could not be reached. Please try again.'))
  document.addEventListener('htmx:response:error', (event) => {
    if (statusOf(event) >= 500) say('That did not work, and nothing was changed. Please try again.')
  })
}

function say(words: string): void {
  document.querySelector('.toast[data-failed]')?.remove()
  const toast = document.createElement('div')
  toast.className = 'toast toast-failure'
  toast.role = 'alert'
  toast.dataset.failed = 'yes'
  toast.setAttribute('x-data', 'toast')
  toast.textContent = words
  document.querySelector('main')?.prepend(toast)
}

type Answered = { ctx?: { response?: { status?: number } } }

function statusOf(event: Event): number {
  const detail: Answered = event instanceof CustomEvent ? event.detail : {}
  return detail.ctx?.response?.status ?? 0
}
