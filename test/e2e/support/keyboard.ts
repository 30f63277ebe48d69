import type { Locator, Page } from 'playwright-core'

/** The element that has the focus. */
export function focused(page: Page) {
  return page.evaluate(() => {
    const one = document.activeElement
    return {
      id: one?.id,
      tag: one?.tagName,
      text: one?.textContent.trim(),
      region: one?.closest('dialog, main, header')?.tagName.toLowerCase(),
    }
  })
}

/** Presses Tab until an element has the focus. Throws if it never does. */
export async function tabTo(page: Page, what: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await what.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not lead to ${what}`)
}
