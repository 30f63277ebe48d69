import type { Client } from '@libsql/client/http'
import { routes } from '../../src/routes.ts'
import type { Visit } from './measure/rounds.ts'
import { chance, type Vocabulary } from './vocabulary.ts'

/** One kind of search: how many different ones there are, and the path of each. */
export interface SearchShape {
  readonly name: string
  readonly path: (index: number) => string
}

/** The kinds of search that must stay fast at any size. */
export async function influencerShapes(client: Client, vocabulary: Vocabulary): Promise<SearchShape[]> {
  const { rare, common, prefixes, categories, platforms, countries } = vocabulary
  const path = (query: Record<string, string | number | undefined>) => routes.influencers.index.href(query)
  const deep = await deepPlace(client)
  const sorted = (sort: string): SearchShape => ({
    name: `by ${sort}`,
    path: (index) => path({ sort, category: at(categories, index), country: at(countries, index >> 2) }),
  })
  return [
    { name: 'a rare word', path: (index) => path({ query: at(rare, index) }) },
    { name: 'a common word', path: (index) => path({ query: at(common, index), sort: turn(index) }) },
    {
      name: 'a word, two filters',
      path: (index) =>
        path({
          query: at(common, index),
          category: at(categories, index * 5),
          platform: at(platforms, index * 3),
        }),
    },
    { name: 'two letters', path: (index) => path({ query: at(prefixes, index), sort: turn(index) }) },
    {
      name: 'filters only',
      path: (index) =>
        path({
          category: at(categories, index),
          platform: at(platforms, index * 3),
          country: at(countries, index),
          followers_from: 1_000 * (1 + (index % 50)),
        }),
    },
    ...['reach', 'followers', 'engagement', 'rating', 'price', 'newest'].map(sorted),
    {
      name: 'page 500',
      path: (index) => path({ sort: 'reach', after: `0_${BigInt(deep) + BigInt(index)}` }),
    },
  ]
}

export function campaignShapes({
  rareOfCampaigns,
  commonOfCampaigns,
  categories,
  platforms,
}: Vocabulary): SearchShape[] {
  const path = (query: Record<string, string | number | undefined>) => routes.campaigns.index.href(query)
  const sorts = ['newest', 'budget', 'ending']
  return [
    { name: 'campaigns: a rare word', path: (index) => path({ query: at(rareOfCampaigns, index) }) },
    {
      name: 'campaigns: a common word',
      path: (index) => path({ query: at(commonOfCampaigns, index), sort: at(sorts, index) }),
    },
    {
      name: 'campaigns: filters',
      path: (index) =>
        path({
          category: at(categories, index),
          platform: at(platforms, index * 3),
          budget_from: 500 * (1 + (index % 20)),
          sort: at(sorts, index),
        }),
    },
  ]
}

/** Searches of all kinds in turn, each a different one, by a signed-in person. */
export function mixed(shapes: readonly SearchShape[], cookie: string): () => Visit {
  let turn = 0
  return () => {
    const index = turn++
    const shape = at(shapes, index)
    return { path: shape.path(Math.floor(chance(index) * 100_000)), cookie }
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('The demo data has nothing of the kind')
  return item
}

function turn(index: number): string {
  return at(['relevance', 'reach', 'price', 'newest'], index)
}

// Page 500, or the second-to-last page if there are fewer.
async function deepPlace(client: Client): Promise<string> {
  const { rows } = await client.execute(`select cast(rowid as text) as place from influencers_by_reach
    order by rowid limit 1 offset (select min(9980, count(*) - 40) from influencer_sort_keys)`)
  return String(rows[0]?.place)
}
