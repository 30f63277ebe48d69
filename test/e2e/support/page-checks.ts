import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { NO_TEXT } from '../../support/no-text.ts'

declare global {
  interface Window {
    /** There once its source has run in the page. */
    readonly axe: typeof axe
  }
}

/** Which rules axe checks: all, or only those that depend on the screen's size. It needs JavaScript, and time. */
export type AxeRules = 'everything' | 'size' | 'nothing'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

const sizeRules = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

/** Accessibility and layout problems of the page, as text. */
export async function findProblems(page: Page, axe: AxeRules): Promise<string[]> {
  const found = axe === 'nothing' ? [] : await findAxeProblems(page, axe)
  const others = [findOutlineProblems, findWidthProblems, findCardProblems, findNoTexts]
  return [...found, ...(await Promise.all(others.map((find) => find(page)))).flat()]
}

/** Loads axe with each page that is opened from now on: faster, if each is checked. */
export async function loadAxe(page: Page): Promise<void> {
  await page.addInitScript({ content: axe.source })
}

async function findAxeProblems(page: Page, rules: 'everything' | 'size'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const runOnly =
    rules === 'everything'
      ? ({ type: 'tag', values: tags } as const)
      : ({ type: 'rule', values: sizeRules } as const)
  const options = { runOnly, resultTypes: ['violations'] } satisfies axe.RunOptions
  const violations = await page.evaluate(
    async (wanted) => (await window.axe.run(document, wanted)).violations,
    options,
  )
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join('\n')}`,
  )
}

async function findOutlineProblems(page: Page): Promise<string[]> {
  const [title, headings] = await Promise.all([page.title(), page.locator('h1').count()])
  const problems = headings === 1 ? [] : [`${headings} h1 on the page`]
  return title.endsWith('Parley') ? problems : [...problems, `The title is "${title}"`]
}

/** Whether the page is wider than its window, and the first element that is too wide. Or a table wider than its card. */
export async function findWidthProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const right = (one: Element | null) => one?.getBoundingClientRect().right ?? Number.POSITIVE_INFINITY
    const wideTables = [...document.querySelectorAll('.card > table')].filter(
      (table) => right(table) > right(table.parentElement) && !table.closest('.comparison'),
    )
    if (scrollWidth <= clientWidth)
      return wideTables.map(
        ({ textContent }) => `A table is wider than its card: ${textContent.slice(0, 80)}`,
      )
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    )
    const first = wide[0]?.outerHTML.slice(0, 200) ?? 'an unknown element'
    return [`${scrollWidth} px wide in a window of ${clientWidth} px, because of ${first}`]
  })
}

/** Cards whose last text or field has hardly any room below it. */
async function findCardProblems(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main .card:not(.comparison)')].flatMap((card) => {
      const leaves = [...card.querySelectorAll('*')].filter(
        (one) => one.childElementCount === 0 && one.checkVisibility() && !one.closest('dialog'),
      )
      const bottoms = leaves.map((leaf) => {
        // Not the room around a text, like that of a cell.
        const range = document.createRange()
        range.selectNodeContents(leaf)
        return (leaf.textContent === '' ? leaf : range).getBoundingClientRect().bottom
      })
      const room = card.getBoundingClientRect().bottom - Math.max(...bottoms)
      return leaves.length === 0 || room >= 4
        ? []
        : [`Only ${room} px below the end of a card: ${card.textContent.trim().slice(-80)}`]
    }),
  )
}

/** Values that are no text, but shown. */
async function findNoTexts(page: Page): Promise<string[]> {
  return page.evaluate((noText) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walker.nextNode()) texts.push(walker.currentNode.textContent?.trim() ?? '')
    return texts
      .filter((text) => new RegExp(`^(${noText})$`).test(text))
      .map((text) => `The page shows "${text}"`)
  }, NO_TEXT)
}
