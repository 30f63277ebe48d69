import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe looks for: everything, or only what differs from screen to screen; it needs JavaScript, and time. */
export type AxeLooksFor = 'everything' | 'sight' | 'nothing'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

const sight = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

/** What is wrong with the page for people who do not see it as we do, in words; empty when nothing is. */
export async function problemsOf(page: Page, axe: AxeLooksFor): Promise<string[]> {
  const found = axe === 'nothing' ? [] : await findingsOfAxe(page, axe)
  return [...found, ...(await problemsOfOutline(page)), ...(await problemsOfWidth(page))]
}

async function findingsOfAxe(page: Page, lookFor: 'everything' | 'sight'): Promise<string[]> {
  // One frame, so the page by itself: the other mode opens a second one to join the findings of frames.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await (lookFor === 'everything'
    ? builder.withTags(tags)
    : builder.withRules(sight)
  ).analyze()
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join('\n')}`,
  )
}

async function problemsOfOutline(page: Page): Promise<string[]> {
  const [title, headings] = await Promise.all([page.title(), page.locator('h1').count()])
  const problems = headings === 1 ? [] : [`${headings} h1 on the page`]
  return title.endsWith('Parley') ? problems : [...problems, `The title is "${title}"`]
}

/** Whether the page is wider than its window, and by what. */
export async function problemsOfWidth(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('main *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    )
    const first = wide[0]?.outerHTML.slice(0, 200) ?? 'something outside of main'
    return [`${scrollWidth} px wide in a window of ${clientWidth}, for one by ${first}`]
  })
}
