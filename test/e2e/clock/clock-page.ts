import type { BrowserUser } from '../support/browser-user.ts'
import type { E2eApp } from '../support/e2e-app.ts'

/**
 * Moves the clock on QStash's page to a full minute (milliseconds UTC), and waits until everything that is due by then
 * was delivered to Parley.
 */
export async function moveClock({ clock }: E2eApp, { page }: BrowserUser, to: number): Promise<void> {
  await page.goto(`${clock.url}/?refresh=off`)
  await page.getByRole('link', { name: 'Move the clock' }).click()
  await page.getByLabel('Move it to').fill(new Date(to).toISOString().slice(0, 16))
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  // The page refreshes itself and says where the clock is until it has arrived. On the way are up to a hundred runs of each
  // schedule, which take a minute on a busy machine.
  await page.getByText('because the clock was moved').waitFor({ timeout: 240_000 })
}
