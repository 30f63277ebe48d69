import { type Placeholder, type SQL, sql } from 'drizzle-orm'

const MAX_WORDS = 4

/**
 * Whether a text holds each of the words somewhere, whatever their case: for somebody's own rows, which are few
 * enough to be looked at one by one. `spellings` is what `spellingsOf` made of the words.
 */
export function containsAllWords(text: SQL, spellings: Placeholder | string): SQL {
  const places = Array.from({ length: MAX_WORDS }, (_, word) => [3 * word, 3 * word + 1, 3 * word + 2])
  const holds = (place: number) => sql`instr(lower(${text}), ${spellings} ->> ${sql.raw(String(place))})`
  return sql.join(
    places.map((three) => sql`(${sql.join(three.map(holds), sql` or `)})`),
    sql` and `,
  )
}

/**
 * Words as `holdsWords` takes them, in one value. SQLite folds the letters of ASCII only, so each word comes in
 * three spellings: small, capital, and with the first letter capital.
 */
export function caseVariants(words: string): string {
  const parts = words.split(/\s+/).filter(Boolean)
  const first = parts.slice(0, MAX_WORDS - 1)
  const four = [...first, parts.slice(MAX_WORDS - 1).join(' '), ...Array(MAX_WORDS).fill('')]
  return JSON.stringify(four.slice(0, MAX_WORDS).flatMap(spelled))
}

// An empty word stands in every text.
function spelled(word: string): string[] {
  const small = word.toLowerCase()
  const [first = '', ...rest] = small
  return [small, small.toUpperCase(), first.toUpperCase() + rest.join('')].map(asciiSmall)
}

function asciiSmall(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
