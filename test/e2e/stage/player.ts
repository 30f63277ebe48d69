import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator, Page, Response } from 'playwright-core'
import { screenshots } from './empty-screenshots.ts'
import { type Fields, fillIn } from './fields.ts'
import { problemsOf } from './page-checks.ts'
import type { Variant } from './variants.ts'
import type { Watch } from './watch.ts'

/** How a form is sent, and the status that its answer must have. */
interface Answer {
  readonly answers?: number | readonly number[]
  readonly method?: 'GET' | 'POST'
}

/** Somebody with a real browser, who goes by the words on the page. */
export class Player {
  readonly page: Page
  readonly variant: Variant
  readonly #watch: Watch

  constructor(page: Page, variant: Variant, watch: Watch) {
    this.page = page
    this.variant = variant
    this.#watch = watch
  }

  /** The path that it is at, query included. */
  get at(): string {
    const { pathname, search } = new URL(this.page.url())
    return pathname + search
  }

  /** Types an address in. Throws when the answer has another status. */
  async open(path: string, status = 200): Promise<void> {
    this.#watch.expect(status)
    const response = await this.page.goto(path)
    checkStatus(response, status)
  }

  /** Follows the link with these words, and waits until what it leads to is there. */
  async follow(words: string): Promise<void> {
    const link = this.link(words)
    await leaving(this.page, link, () => link.click())
  }

  /** Follows a link of the main navigation, which on a phone is in the menu. */
  async goTo(words: string): Promise<void> {
    const menu = this.page.locator('header details.menu')
    const link = this.page
      .locator('header')
      .getByRole('link', { name: words })
      .filter({ visible: true })
      .first()
    if (!(await link.isVisible())) await menu.locator('summary').click()
    await leaving(this.page, link, () => link.click())
  }

  /** Presses the button that sends a form, and waits for the answer, which must have the status. */
  async press(words: string, { answers = 200, method = 'POST' }: Answer = {}): Promise<void> {
    const statuses = [answers].flat()
    for (const status of statuses) this.#watch.expect(status)
    const button = this.button(words)
    const answer = this.page.waitForResponse((one) => firstMethod(one) === method && one.status() !== 303)
    const [response] = await Promise.all([answer, leaving(this.page, button, () => button.click())])
    checkStatus(response, ...statuses)
  }

  /** Double-clicks a button that sends a form, and waits for the answer. */
  async pressTwice(words: string): Promise<void> {
    const button = this.button(words)
    const answer = this.page.waitForResponse((one) => firstMethod(one) === 'POST' && one.status() === 200)
    await Promise.all([answer, leaving(this.page, button, () => button.dblclick())])
  }

  /** Unfolds a question or a menu: a `<details>`, or with JavaScript a dialog. */
  async unfold(words: string): Promise<void> {
    await this.page.locator('summary').filter({ hasText: words, visible: true }).first().click()
  }

  /** Fills fields of the form that has a button with these words. */
  async fill(button: string, fields: Fields): Promise<void> {
    const form = this.page
      .locator('form')
      .filter({ has: this.button(button) })
      .last()
    await fillIn(form, fields)
  }

  async submit(button: string, fields: Fields, options: Answer = {}): Promise<void> {
    await this.fill(button, fields)
    await this.press(button, options)
  }

  /** Looks something up: while typing where there is JavaScript, by the button where there is none. */
  async search(button: string, words: Readonly<Record<string, string>>): Promise<void> {
    await this.fill(button, words)
    if (!this.variant.javaScript) return this.press(button, { method: 'GET' })
    const typed = Object.values(words)
    await this.page.waitForURL(({ searchParams }) =>
      typed.every((one) => [...searchParams.values()].includes(one)),
    )
  }

  /** Waits until the words can be read. Throws with what stands there instead. */
  async sees(...words: readonly string[]): Promise<void> {
    for (const one of words) {
      const deadline = Date.now() + 10_000
      while (!(await this.reads()).includes(folded(one))) {
        if (Date.now() > deadline) throw new Error(`"${one}" is not on ${this.at}:\n${await this.reads()}`)
        await this.page.waitForTimeout(50)
      }
    }
  }

  /** What can be read on the page now, in small letters, white space folded. */
  async reads(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden cannot be read.
    return folded(await this.page.locator('body').innerText())
  }

  /** Leaves a picture of the whole page. Throws when the page is not fit for everybody. */
  async looks(step: string): Promise<void> {
    const folder = new URL(`${this.variant.variant}/`, screenshots)
    await mkdir(folder, { recursive: true })
    const path = fileURLToPath(new URL(`${step}.png`, folder))
    // To hide the caret would leave inline styles on fields, which htmx then copies and the content policy stops.
    await this.page.screenshot({ path, fullPage: true, caret: 'initial' })
    const problems = await problemsOf(this.page, this.variant.axe)
    if (problems.length > 0) throw new Error(`${this.at} (${step}):\n${problems.join('\n')}`)
  }

  link(words: string): Locator {
    return this.page.getByRole('link', { name: words }).filter({ visible: true }).first()
  }

  button(words: string): Locator {
    return this.page.getByRole('button', { name: words }).filter({ visible: true }).first()
  }

  takeTroubles(): readonly string[] {
    return this.#watch.takeTroubles()
  }

  /** The same browser, with another tab. */
  async openTab(path: string): Promise<Player> {
    const tab = new Player(await this.page.context().newPage(), this.variant, this.#watch)
    await tab.open(path)
    return tab
  }

  async leave(): Promise<void> {
    await this.page.context().close()
  }
}

/** Acts on something, and waits until it is gone: with its page, or with the region that was swapped. */
async function leaving(page: Page, what: Locator, act: () => Promise<void>): Promise<void> {
  const handle = await what.elementHandle()
  await act()
  await handle?.waitForElementState('hidden').catch(() => undefined)
  await page.waitForLoadState('load')
}

/** By which a chain of redirects began. */
function firstMethod(response: Response): string {
  let request = response.request()
  for (let before = request.redirectedFrom(); before; before = request.redirectedFrom()) request = before
  return request.method()
}

function checkStatus(response: Response | null, ...statuses: readonly number[]): void {
  if (response && statuses.includes(response.status())) return
  throw new Error(`${response?.url()} answered ${response?.status()} instead of ${statuses.join(' or ')}`)
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
