import type { ConsoleMessage, Page } from 'playwright-core'

/** What went wrong on somebody's pages without anybody seeing it. */
export interface Watch {
  /** From now on a document may be answered with this status: the browser says so in its console. */
  expect(status: number): void
  /** Those since the last call. */
  takeTroubles(): readonly string[]
}

/** Listens to the console of pages at `origin`, to what scripts throw, and to what the content policy stops. */
export async function watch(page: Page, origin: string): Promise<Watch> {
  const troubles: string[] = []
  const expected = new Set<number>()
  await page.addInitScript(reportBlocked)
  page.on('pageerror', (error) => troubles.push(`${page.url()} threw: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' || !isFrom(origin, message)) return
    if (!expected.has(statusIn(message))) troubles.push(`${page.url()} logged: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.url()} answered ${response.status()}`)
  })
  return { expect: (status) => expected.add(status), takeTroubles: () => troubles.splice(0) }
}

function reportBlocked(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`The content policy stopped ${blockedURI} (${effectiveDirective})`)
  })
}

// The inbox is no page of ours.
function isFrom(origin: string, message: ConsoleMessage): boolean {
  const { url } = message.location()
  return url === '' || url.startsWith(origin)
}

function statusIn(message: ConsoleMessage): number {
  return Number(/responded with a status of (\d{3})/.exec(message.text())?.[1] ?? 0)
}
