import type { BrowserUser } from '../support/browser-user.ts'
import type { Fields } from '../support/fields.ts'

/** The query of a search's URL. */
type Query = Readonly<Record<string, string>>

/** Fills in filters. Results update by themselves with JavaScript, and after pressing Search without. */
export async function applyFilters(user: BrowserUser, fields: Fields, query: Query): Promise<void> {
  await user.fill('Search', fields)
  if (!user.variant.javaScript) await user.press('Search', { method: 'GET' })
  await waitForQuery(user, query)
}

/** Like `applyFilters`, for filters that are folded away at first. */
export async function applyMoreFilters(user: BrowserUser, fields: Fields, query: Query): Promise<void> {
  const fold = user.page.locator('details.filters-more')
  if ((await fold.getAttribute('open')) === null) await user.unfold('More filters')
  await applyFilters(user, fields, query)
}

/** Waits until the URL has this query. */
export async function waitForQuery(user: BrowserUser, query: Query): Promise<void> {
  const wanted = Object.entries(query)
  await user.page.waitForURL(({ searchParams }) =>
    wanted.every(([name, value]) => searchParams.get(name) === value),
  )
}

/** The names in a list of people, in order. */
export function namesIn(user: BrowserUser): Promise<string[]> {
  return user.page.locator('tbody .person-name').allInnerTexts()
}

/** Selects people in a list by name. */
export async function select(user: BrowserUser, names: readonly string[]): Promise<void> {
  for (const name of names) await user.page.getByLabel(`Select ${name}`).check()
}
