import type { Fields } from '../stage/fields.ts'
import type { Player } from '../stage/player.ts'

/** A search's address, name by name. */
type Query = Readonly<Record<string, string>>

/** Narrows a search: the results follow where there is JavaScript; where there is none, the button asks for them. */
export async function narrow(player: Player, fields: Fields, query: Query): Promise<void> {
  await player.fill('Search', fields)
  if (!player.variant.javaScript) await player.press('Search', { method: 'GET' })
  await leadsTo(player, query)
}

/** As `narrow`, by filters that are folded up until somebody wants them. */
export async function narrowMore(player: Player, fields: Fields, query: Query): Promise<void> {
  const fold = player.page.locator('details.filters-more')
  if ((await fold.getAttribute('open')) === null) await player.unfold('More filters')
  await narrow(player, fields, query)
}

/** Waits until the address says what is looked for. */
export async function leadsTo(player: Player, query: Query): Promise<void> {
  const wanted = Object.entries(query)
  await player.page.waitForURL(({ searchParams }) =>
    wanted.every(([name, value]) => searchParams.get(name) === value),
  )
}

/** The names in a list of people, from the top. */
export function namesIn(player: Player): Promise<string[]> {
  return player.page.locator('tbody .person-name').allInnerTexts()
}

/** Ticks those with these names in a list. */
export async function tick(player: Player, names: readonly string[]): Promise<void> {
  for (const name of names) await player.page.getByLabel(`Select ${name}`).check()
}
