import type { QueryFile } from './query-file.ts'

/** Words to search for, by what they are in the names of. */
export type WordKind = 'person' | 'campaign' | 'company' | 'letters'

export type Words = Readonly<Record<WordKind, readonly string[]>>

/** The number of rows to take words from. */
const SAMPLE = 200

/** Words of rows that are spread over each table, so that common words come more often. */
export function wordsOf(file: QueryFile): Words {
  const person = sample(file, 'users', 'display_name')
  return {
    person,
    campaign: sample(file, 'campaigns', 'name'),
    company: sample(file, 'sponsors', 'company_name', 'user_id'),
    letters: person.map((word) => word.slice(0, 2)),
  }
}

/** A search with a word in each place for one. The same `turn` gives the same words. */
export function withWords(search: string, words: Words, turn: number): string {
  return search.replaceAll(/\{(\w+)\}/g, (_, kind: WordKind) => {
    const ofKind = words[kind]
    return encodeURIComponent(ofKind[turn % ofKind.length] ?? '')
  })
}

function sample(file: QueryFile, table: string, column: string, id = 'id'): string[] {
  const [[last = 0] = []] = file.rows(`select max(${id}) from ${table}`, [])
  const ids = Array.from({ length: SAMPLE }, (_, index) => 1 + Math.floor((index * Number(last)) / SAMPLE))
  const found = file.rows(
    `select (select ${column} from ${table} where ${id} >= value order by ${id} limit 1) from json_each(?)`,
    [JSON.stringify(ids)],
  )
  return found.flatMap(([text], index) => {
    const words = String(text).match(/\p{L}{3,}/gu) ?? []
    return words[index % Math.max(1, words.length)] ?? []
  })
}
