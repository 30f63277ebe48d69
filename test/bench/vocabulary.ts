import type { Client } from '@libsql/client/http'
import { campaignIndex, influencerIndex } from '../../src/features/discovery/index/definition.ts'
import type { SearchIndex } from '../../src/platform/search/search-index.ts'
import { namesOf, wordsFor } from '../../src/platform/search/tables.ts'
import { categoryKeys, platformKeys } from '../../src/shared/taxonomy.ts'

/** Words to search for, from a sample of the database. */
export interface Vocabulary {
  /** Words that the sample has once. */
  readonly rare: readonly string[]
  /** Words in at least a twentieth of the sample. */
  readonly common: readonly string[]
  /** The first two letters of each word. */
  readonly prefixes: readonly string[]
  readonly rareOfCampaigns: readonly string[]
  readonly commonOfCampaigns: readonly string[]
  readonly categories: readonly string[]
  readonly platforms: readonly string[]
  readonly countries: readonly string[]
}

const SAMPLE = 2_000

export async function vocabularyOf(client: Client): Promise<Vocabulary> {
  const people = await sample(client, influencerIndex)
  const offers = await sample(client, campaignIndex)
  const { rows } = await client.execute(
    'select distinct country from (select country from influencers limit 5000) limit 30',
  )
  return {
    rare: within(people, ({ times }) => times === 1),
    common: within(people, ({ times }) => times >= SAMPLE / 20),
    prefixes: within(people, ({ word }) => /^[a-z]{2}/.test(word)).map((word) => word.slice(0, 2)),
    rareOfCampaigns: within(offers, ({ times }) => times === 1),
    commonOfCampaigns: within(offers, ({ times }) => times >= SAMPLE / 20),
    categories: categoryKeys,
    platforms: platformKeys,
    countries: rows.map(({ country }) => String(country)),
  }
}

/** A number between 0 and 1 that is different for each turn, but the same in every run. */
export function chance(turn: number): number {
  return (((turn + 1) * 2_654_435_761) % 4_294_967_296) / 4_294_967_296
}

interface Counted {
  readonly word: string
  /** In how many documents of the sample. */
  readonly times: number
}

async function sample(client: Client, index: SearchIndex): Promise<Counted[]> {
  const { sortKeys, documents } = namesOf(index)
  const { rows: bounds } = await client.execute(
    `select min(id) as first_id, max(id) as last_id from ${sortKeys}`,
  )
  const first = Number(bounds[0]?.first_id)
  const last = Number(bounds[0]?.last_id)
  const ids = Array.from({ length: SAMPLE }, (_, turn) => first + Math.floor(chance(turn) * (last - first)))
  const { rows } = await client.execute({
    sql: `select ${wordsFor(index, 'newest')} as text from ${documents} where id in (select value from json_each(?))`,
    args: [JSON.stringify(ids)],
  })
  return count(rows.map(({ text }) => String(text)))
}

function count(texts: readonly string[]): Counted[] {
  const times = new Map<string, number>()
  for (const text of texts) {
    for (const word of new Set(text.toLowerCase().match(/\p{L}{3,}/gu)))
      times.set(word, (times.get(word) ?? 0) + 1)
  }
  return [...times].map(([word, times]) => ({ word, times }))
}

function within(words: readonly Counted[], fits: (word: Counted) => boolean): string[] {
  return words.filter(fits).map(({ word }) => word)
}
