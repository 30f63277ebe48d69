import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** What is wrong with the page for people who do not see it as we do, in words; empty when nothing is. */
export async function problemsOf(page: Page, withAxe: boolean): Promise<string[]> {
  const found = withAxe ? await findingsOfAxe(page) : []
  return [...found, ...(await problemsOfOutline(page)), ...(await problemsOfWidth(page))]
}

async function findingsOfAxe(page: Page): Promise<string[]> {
  // One frame, so the page by itself: the other mode opens a second one to join the findings of frames.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(rules)
    .setLegacyMode()
    .analyze()
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
