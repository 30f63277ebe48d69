import { type Column, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { normalizeText } from '../../shared/normalize-text.ts'
import { normalizedColumn } from './sql-text.ts'

/**
 * The condition that columns together contain each of `words` (see `wordsToFind`). It reads every row, so it is for a
 * person's own rows, which are few. Each column needs one with its normalized text: see `searched-text.ts`.
 */
export function containsAllWords(columns: readonly Column[], words: Placeholder | string): SQL {
  const texts = columns.map(
    (column) => sql`lower(${column}) || ' ' || coalesce(${normalizedColumn(column)}, '')`,
  )
  const text = sql.join(texts, sql` || ' ' || `)
  return sql`not exists (select 1 from json_each(${words}) where instr(${text}, value) = 0)`
}

/** The words of a query, as JSON. A query of punctuation only is taken as it is. */
export function wordsToFind(query: string): string {
  const words = normalizeText(query)
  return JSON.stringify(words === '' ? [query.toLowerCase()] : words.split(' '))
}
