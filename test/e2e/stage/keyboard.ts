import type { Locator, Page } from 'playwright-core'

/** What has the focus. */
export function focused(page: Page) {
  return page.evaluate(() => {
    const one = document.activeElement
    return {
      id: one?.id,
      tag: one?.tagName,
      words: one?.textContent.trim(),
      region: one?.closest('dialog, main, header')?.tagName.toLowerCase(),
    }
  })
}

/** Goes on by the Tab key until what is looked for has the focus. Throws when it never gets it. */
export async function tabTo(page: Page, what: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await what.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not lead to ${what}`)
}
