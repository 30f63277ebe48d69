import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator, Page, Response } from 'playwright-core'
import type { BrowserErrors } from './browser-errors.ts'
import { type Fields, fillIn } from './fields.ts'
import { fillInByKeyboard, tabTo } from './keyboard.ts'
import { findProblems } from './page-checks.ts'
import { screenshots } from './screenshots.ts'
import type { Variant } from './variants.ts'

/** How a form is sent, and the status expected in response. */
interface Answer {
  readonly status?: number | readonly number[]
  readonly method?: 'GET' | 'POST'
}

/** A person with a real browser, who finds links, buttons and fields by their text. */
export class BrowserUser {
  readonly page: Page
  readonly variant: Variant
  readonly #errors: BrowserErrors

  constructor(page: Page, variant: Variant, watch: BrowserErrors) {
    this.page = page
    this.variant = variant
    this.#errors = watch
  }

  /** The current path, including the query. */
  get path(): string {
    const { pathname, search } = new URL(this.page.url())
    return pathname + search
  }

  /** Opens a URL. Throws if the response has another status. */
  async open(path: string, status = 200): Promise<void> {
    this.#errors.expect(status)
    const response = await this.page.goto(path)
    checkStatus(response, status)
  }

  /** Whether a heading can be read without scrolling. */
  async hasInView(heading: string): Promise<boolean> {
    const box = await this.page.getByRole('heading', { name: heading }).boundingBox()
    const height = this.page.viewportSize()?.height ?? 0
    return box !== null && box.y >= 0 && box.y + box.height <= height
  }

  /** Follows the link with this text and waits for the new content. */
  async follow(text: string): Promise<void> {
    const link = this.link(text)
    await actAndWait(this.page, link, () => this.activate(link))
  }

  /** Follows a link in the main navigation, which is inside the menu on a phone. */
  async goTo(text: string): Promise<void> {
    const menu = this.page.locator('header details.menu summary').filter({ visible: true }).first()
    const link = this.page
      .locator('header')
      .getByRole('link', { name: text })
      .filter({ visible: true })
      .first()
    if (!(await link.isVisible())) await this.activate(menu)
    await actAndWait(this.page, link, () => this.activate(link))
  }

  /** Presses a form's button and waits for the response, which must have the expected status. */
  async press(text: string, { status = 200, method = 'POST' }: Answer = {}): Promise<void> {
    const statuses = [status].flat()
    for (const one of statuses) this.#errors.expect(one)
    const button = this.button(text)
    const answer = this.page.waitForResponse((one) => firstMethod(one) === method && one.status() !== 303)
    const [response] = await Promise.all([answer, actAndWait(this.page, button, () => this.activate(button))])
    checkStatus(response, ...statuses)
  }

  /** Double-clicks a form's button and waits for the response. */
  async pressTwice(text: string): Promise<void> {
    const button = this.button(text)
    const answer = this.page.waitForResponse((one) => firstMethod(one) === 'POST' && one.status() === 200)
    await Promise.all([answer, actAndWait(this.page, button, () => button.dblclick())])
  }

  /** Clicks an element. By keyboard: goes to it with Tab and presses Enter, or Space for a checkbox. */
  async activate(what: Locator): Promise<void> {
    if (!this.variant.keyboardOnly) return what.click()
    await tabTo(this.page, what)
    await this.page.keyboard.press((await what.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter')
  }

  /** Opens a confirmation or a menu: a `<details>`, or a dialog with JavaScript. */
  async unfold(text: string): Promise<void> {
    await this.activate(this.page.locator('summary').filter({ hasText: text, visible: true }).first())
  }

  /** Fills in fields of the form that has this button. */
  async fill(button: string, fields: Fields): Promise<void> {
    const form = this.page
      .locator('form')
      .filter({ has: this.button(button) })
      .last()
    if (this.variant.keyboardOnly) await fillInByKeyboard(this.page, form, fields)
    else await fillIn(form, fields)
  }

  async submit(button: string, fields: Fields, options: Answer = {}): Promise<void> {
    await this.fill(button, fields)
    await this.press(button, options)
  }

  /** Searches: results update while typing with JavaScript, and on submit without. */
  async search(button: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await this.fill(button, fields)
    if (!this.variant.javaScript) return this.press(button, { method: 'GET' })
    const typed = Object.values(fields)
    await this.page.waitForURL(({ searchParams }) =>
      typed.every((one) => [...searchParams.values()].includes(one)),
    )
  }

  /** Waits until these texts are visible. Throws with the visible text of the page. */
  async sees(...texts: readonly string[]): Promise<void> {
    for (const one of texts) {
      const deadline = Date.now() + 30_000
      while (!(await this.visibleText()).includes(collapsed(one))) {
        if (Date.now() > deadline)
          throw new Error(`"${one}" is not on ${this.path}:\n${await this.visibleText()}`)
        await this.page.waitForTimeout(50)
      }
    }
  }

  /** The visible text of the page, in lower case, with white space collapsed. */
  async visibleText(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text must not count.
    return collapsed(await this.page.locator('body').innerText())
  }

  /** Takes a screenshot of the whole page and checks its accessibility and width. Throws if there are problems. */
  async checkPage(step: string): Promise<void> {
    const folder = new URL(`${this.variant.variant}/`, screenshots)
    await mkdir(folder, { recursive: true })
    const path = fileURLToPath(new URL(`${step}.png`, folder))
    // Hiding the caret would add inline styles to fields. htmx would copy them, and the content security policy
    // would block them.
    await this.page.screenshot({ path, fullPage: true, caret: 'initial' })
    const problems = await findProblems(this.page, this.variant.axe)
    if (problems.length > 0) throw new Error(`${this.path} (${step}):\n${problems.join('\n')}`)
  }

  link(text: string): Locator {
    return this.page.getByRole('link', { name: text }).filter({ visible: true }).first()
  }

  button(text: string): Locator {
    return this.page.getByRole('button', { name: text }).filter({ visible: true }).first()
  }

  takeErrors(): readonly string[] {
    return this.#errors.takeErrors()
  }

  /** Another tab in the same browser. */
  async openTab(path: string): Promise<BrowserUser> {
    const tab = new BrowserUser(await this.page.context().newPage(), this.variant, this.#errors)
    await tab.open(path)
    return tab
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }
}

/** Does something with an element and waits until the element is gone, because the page or region was replaced. */
async function actAndWait(page: Page, what: Locator, act: () => Promise<void>): Promise<void> {
  const handle = await what.elementHandle()
  await act()
  await handle?.waitForElementState('hidden').catch(() => undefined)
  await page.waitForLoadState('load')
}

/** The method of the first request in a chain of redirects. */
function firstMethod(response: Response): string {
  let request = response.request()
  for (let before = request.redirectedFrom(); before; before = request.redirectedFrom()) request = before
  return request.method()
}

function checkStatus(response: Response | null, ...statuses: readonly number[]): void {
  if (response && statuses.includes(response.status())) return
  throw new Error(`${response?.url()} answered ${response?.status()} instead of ${statuses.join(' or ')}`)
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
