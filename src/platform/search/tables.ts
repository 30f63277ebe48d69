import { Column, getTableName, is } from 'drizzle-orm'
import { columnsIn, normalizedColumn, textOf } from '../db/sql-text.ts'
import { sortKeyBeforeSql } from './cursor.ts'
import type { SearchIndex, SortOrder, Source } from './search-index.ts'
import { forEach, MAX_INDEXED_PREFIX, NAME_MARK, termsSql } from './terms.ts'

/** The names of an index's tables and views. Those of an index that is being built have a prefix. */
export function namesOf({ name, sorts }: Pick<SearchIndex, 'name' | 'sorts'>, prefix = '') {
  const fullText = Object.keys(sorts).map((sort) => ({ sort, table: `${prefix}${name}s_by_${sort}` }))
  return { fullText, sortKeys: `${prefix}${name}_sort_keys`, documents: `${prefix}${name}_documents` }
}

/** Statements that create the empty tables of an index. */
export function createTables(index: SearchIndex, prefix = ''): string[] {
  const { fullText, sortKeys } = namesOf(index, prefix)
  const columns = fullText.map(({ sort }) => `by_${sort} integer not null`)
  return [
    `create table ${sortKeys} (id integer primary key, ${columns.join(', ')}) strict`,
    ...fullText.map((one) => createFullText(index, one)),
  ]
}

function createFullText(
  { relevance }: SearchIndex,
  { sort, table }: { sort: string; table: string },
): string {
  const prefixes = [2, MAX_INDEXED_PREFIX]
  // With its mark, a word of a name is longer.
  if (sort === relevance) prefixes.push(MAX_INDEXED_PREFIX + NAME_MARK.length)
  return `create virtual table ${table} using fts5 (words, content = '', contentless_delete = 1, detail = column,
    prefix = '${prefixes.join(' ')}', tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co' tokenchars '_'")`
}

/**
 * A statement that creates the view of an index's documents: their ids, their sort keys, the words of their `names`, and
 * all `other_words` with the filter terms.
 */
export function createDocuments(index: SearchIndex, prefix = ''): string {
  const { id, from, visible, names, prose, sorts } = index
  const keys = Object.entries<SortOrder>(sorts).map(
    ([sort, order]) => `${textOf(sortKeyBeforeSql(order))} + ${textOf(id)} as by_${sort}`,
  )
  return `create view ${namesOf(index, prefix).documents} as
    select ${textOf(id)} as id, ${keys.join(', ')}, trim(${spaced(joined(names))}) as names,
      replace(${joined(prose)}, '_', ' ') || ' ' || ${termsSql(index)} as other_words
    from ${textOf(from)} where ${textOf(visible)}`
}

/** The SQL expression for what a full-text table indexes of a document. For relevance, names are indexed twice. */
export function wordsFor({ relevance }: SearchIndex, sort: string): string {
  const marked = sort === relevance ? `replace(' ' || names, ' ', ' ${NAME_MARK}') || ' ' || ` : ''
  return `${marked}names || ' ' || other_words`
}

/** Statements that create the triggers. They update the index when a row changes that a document is made from. */
export function createTriggers(index: SearchIndex): string[] {
  const { fullText, sortKeys, documents } = namesOf(index)
  const insert = ({ sort, table }: { sort: string; table: string }) => `insert into ${table} (rowid, words)
    select by_${sort}, ${wordsFor(index, sort)} from ${documents} where id = new.id;`
  const remove = ({ sort, table }: { sort: string; table: string }) =>
    `delete from ${table} where rowid = old.by_${sort};`
  return [
    `create trigger ${index.name}_search_insert after insert on ${sortKeys} begin ${fullText.map(insert).join(' ')} end`,
    `create trigger ${index.name}_search_delete after delete on ${sortKeys} begin ${fullText.map(remove).join(' ')} end`,
    ...onChange(index, '', (ids) => refresh(index, ids)),
  ]
}

/** Statements that create triggers to record which documents change while a new index is being built. */
export function createChangeLog(index: SearchIndex): string[] {
  return onChange(index, 'log_', (ids) => [
    `insert or ignore into search_changes (name, id) select '${index.name}', * from (${ids})`,
  ])
}

/** Statements that update the documents that have changed while the index was being built. */
export function applyChangeLog(index: SearchIndex): string[] {
  return refresh(index, `select id from search_changes where name = '${index.name}'`)
}

// The triggers on the table of sort keys do the same in the full-text tables.
function refresh(index: SearchIndex, ids: string): string[] {
  const { fullText, sortKeys, documents } = namesOf(index)
  const columns = ['id', ...fullText.map(({ sort }) => `by_${sort}`)].join(', ')
  return [
    `delete from ${sortKeys} where id in (${ids})`,
    `insert into ${sortKeys} (${columns}) select ${columns} from ${documents} where id in (${ids})`,
  ]
}

/** Triggers for every change of a row that documents are made from. `change` makes statements for their ids. */
function onChange(index: SearchIndex, prefix: string, change: (ids: string) => string[]): string[] {
  const { id, name, parts } = index
  const columns = indexedColumns(index)
  const own = { table: id.table, documents: (row: string) => `select ${row}.${id.name}` }
  return [own, ...parts].flatMap(({ table, documents }) => {
    const tableName = getTableName(table)
    const trigger = (verb: string, when: string, row: string) =>
      `create trigger ${prefix}${name}_search_${tableName}_${verb} after ${when} on ${tableName}
        begin ${change(documents(row)).join('; ')}; end`
    return [
      trigger('insert', 'insert', 'new'),
      trigger('delete', 'delete', 'old'),
      trigger('update', `update of ${columns.get(tableName)?.join(', ')}`, 'new'),
    ]
  })
}

/** Every column that search depends on, by table. */
export function indexedColumns(index: SearchIndex): Map<string, string[]> {
  const { visible, names, prose, filters, sorts, id } = index
  const sources: Source[] = [...names, ...prose, ...Object.values(filters)]
  const read = [
    visible,
    ...Object.values<SortOrder>(sorts).map(({ value }) => value),
    ...sources.flatMap(({ value, each }) => [value, each]),
  ]
  const columns = read.flatMap(columnsIn).flatMap((column) => [column, normalizedColumn(column) ?? column])
  const byTable = Map.groupBy(
    columns.filter((column) => column !== id),
    ({ table }) => getTableName(table),
  )
  return new Map([...byTable].map(([table, all]) => [table, [...new Set(all.map(({ name }) => name))]]))
}

// Indexes the normalized text, or the text itself if there is none. See `searched-text.ts`.
function joined(sources: readonly Source[]): string {
  const texts = sources.map((source) => {
    const { value } = source
    const normalized = is(value, Column) ? normalizedColumn(value) : undefined
    return forEach(source, normalized ? `coalesce(${textOf(normalized)}, ${textOf(value)})` : textOf(value))
  })
  return texts.join(' || ') || "''"
}

// Replaces signs that often join the words of a name with spaces, because each word gets a mark of its own.
function spaced(text: string): string {
  return [...`._-@'&/,()+`].reduce(
    (cleaned, sign) => `replace(${cleaned}, '${sign === "'" ? "''" : sign}', ' ')`,
    text,
  )
}
