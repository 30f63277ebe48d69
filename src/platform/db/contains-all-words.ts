import { type Column, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { normalizeText } from '../../shared/normalize-text.ts'
import { normalizedColumn } from './sql-text.ts'

/**
 * The condition that the columns together contain each of `words` (see `wordsToFind`). It reads every row, so use it
 * only for a person's own rows, which are few. Each column needs a column with its normalized text: see
 * `searched-text.ts`.
 */
export function containsAllWords(columns: readonly Column[], words: Placeholder | string): SQL {
  const text = sql.join(columns.map(textOf), sql` || ' ' || `)
  return sql`not exists (select 1 from json_each(${words}) where instr(${text}, value) = 0)`
}

/** The condition that a column contains one of `listWords`. */
export function containsWord(column: Column, word: string): SQL {
  return sql`instr(${textOf(column)}, ${word}) > 0`
}

function textOf(column: Column): SQL {
  return sql`lower(${column}) || ' ' || coalesce(${normalizedColumn(column)}, '')`
}

/** The words of a query, as JSON. */
export function wordsToFind(query: string): string {
  return JSON.stringify(listWords(query))
}

/** The words of a query. A query that has only punctuation is used as it is. */
export function listWords(query: string): string[] {
  const words = normalizeText(query)
  return words === '' ? [query.toLowerCase()] : [...new Set(words.split(' '))]
}
