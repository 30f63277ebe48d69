import type { ConsoleMessage, Page } from 'playwright-core'

/** Errors on a browser's pages that a user would not see. */
export interface BrowserErrors {
  /** Allows responses with this status from now on: the browser logs an error for each. */
  expect(status: number): void
  /** The errors since the last call. */
  takeErrors(): readonly string[]
}

/** Collects console errors of pages at `origin`, exceptions, 5xx responses and CSP violations. */
export async function watchErrors(page: Page, origin: string): Promise<BrowserErrors> {
  const errors: string[] = []
  const expected = new Set<number>()
  await page.addInitScript(reportBlocked)
  page.on('pageerror', (error) => errors.push(`${page.url()} threw: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' || !isFrom(origin, message)) return
    if (!expected.has(statusIn(message))) errors.push(`${page.url()} logged: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) errors.push(`${response.url()} answered ${response.status()}`)
  })
  return { expect: (status) => expected.add(status), takeErrors: () => errors.splice(0) }
}

function reportBlocked(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`The content security policy blocked ${blockedURI} (${effectiveDirective})`)
  })
}

// The inbox is not part of Parley.
function isFrom(origin: string, message: ConsoleMessage): boolean {
  const { url } = message.location()
  return url === '' || url.startsWith(origin)
}

function statusIn(message: ConsoleMessage): number {
  return Number(/responded with a status of (\d{3})/.exec(message.text())?.[1] ?? 0)
}
