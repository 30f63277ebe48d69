import type { Locator, Page } from 'playwright-core'
import { type Fields, fieldIn } from './fields.ts'

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

const MAX_STOPS = 100

/** Presses Tab until an element has the focus. Throws if it never does. */
export async function tabTo(page: Page, what: Locator): Promise<void> {
  const isThere = () => what.evaluate((one) => one === document.activeElement)
  await pressUntil(page, 'Tab', isThere, `The Tab key does not lead to ${what}`)
}

/** Fills in fields of a form by their labels, with keys alone. */
export async function fillInByKeyboard(page: Page, form: Locator, fields: Fields): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = await fieldIn(form, label)
    const kind = await field.evaluate((one) => (one instanceof HTMLInputElement ? one.type : one.tagName))
    if (kind === 'radio') await chooseRadio(page, field)
    else if (kind === 'SELECT') await chooseOption(page, field, String(value))
    else if (typeof value === 'boolean') await check(page, field, value)
    else await type(page, field, value)
  }
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

async function check(page: Page, box: Locator, isChecked: boolean): Promise<void> {
  await tabTo(page, box)
  if ((await box.isChecked()) !== isChecked) await page.keyboard.press('Space')
}

// Tab leads to one radio button of a group, and the arrows to the others.
async function chooseRadio(page: Page, radio: Locator): Promise<void> {
  const name = await radio.getAttribute('name')
  const isInGroup = () =>
    page.evaluate((group) => document.activeElement?.getAttribute('name') === group, name)
  await pressUntil(page, 'Tab', isInGroup)
  await page.keyboard.press('Space')
  await pressUntil(page, 'ArrowDown', () => radio.isChecked())
}

async function chooseOption(page: Page, list: Locator, label: string): Promise<void> {
  await tabTo(page, list)
  const isChosen = async () =>
    label ===
    (await list.evaluate((one) => one instanceof HTMLSelectElement && one.selectedOptions[0]?.label))
  await pressUntil(page, 'ArrowDown', isChosen)
}

async function pressUntil(
  page: Page,
  key: string,
  isDone: () => Promise<boolean>,
  problem = `Pressing ${key} does not lead there`,
): Promise<void> {
  for (let presses = 0; presses < MAX_STOPS; presses += 1) {
    if (await isDone()) return
    await page.keyboard.press(key)
  }
  throw new Error(problem)
}
