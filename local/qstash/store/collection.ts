import type Libsql from 'libsql'
import * as z from 'zod'

const rowSchema = z.object({ document: z.string() })

/** A map that is also a table: everything is in memory, and every change is written at once. In insertion order. */
export class Collection<Item extends { readonly id: string }> {
  readonly #items = new Map<string, Item>()
  readonly #insert: Libsql.Statement
  readonly #remove: Libsql.Statement

  /** Creates the table `name` if it is missing. Throws if it holds something else than `schema` describes. */
  constructor(database: Libsql.Database, name: string, schema: z.ZodType<Item>) {
    database.exec(`create table if not exists ${name} (id text primary key, document text not null) strict`)
    for (const row of database.prepare(`select document from ${name} order by rowid`).all()) {
      const item = schema.parse(JSON.parse(rowSchema.parse(row).document))
      this.#items.set(item.id, item)
    }
    this.#insert = database.prepare(
      `insert into ${name} (id, document) values (?, ?) on conflict (id) do update set document = excluded.document`,
    )
    this.#remove = database.prepare(`delete from ${name} where id = ?`)
  }

  get size(): number {
    return this.#items.size
  }

  get(id: string): Item | undefined {
    return this.#items.get(id)
  }

  /** Oldest first. */
  all(): Item[] {
    return [...this.#items.values()]
  }

  first(): Item | undefined {
    return this.#items.values().next().value
  }

  /** Adds the item, or replaces the one with its id. */
  put(item: Item): void {
    this.#insert.run([item.id, JSON.stringify(item)])
    this.#items.set(item.id, item)
  }

  /** Returns whether there was one. */
  delete(id: string): boolean {
    this.#remove.run([id])
    return this.#items.delete(id)
  }
}
