import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Scrolls through the influencers found until scrolling loads no more. From then on the link “More” loads the rest, and
 * stays where it is.
 */
export async function loadByScrolling(page: Page): Promise<void> {
  for (const count of [40, 60, 80]) {
    await page.locator('.page-footer').scrollIntoViewIfNeeded()
    await expect.poll(() => page.locator('#influencers tbody > tr').count()).toBe(count)
  }
}
