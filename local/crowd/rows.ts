import { setImmediate } from 'node:timers/promises'
import type { Client } from '@libsql/client/http'
import { getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { users } from '../../src/features/accounts/schema.ts'
import { events } from '../../src/features/activity/schema.ts'
import { adRequests, messages, offers } from '../../src/features/ad-requests/schema.ts'
import { campaignGoals, campaigns } from '../../src/features/campaigns/schema.ts'
import { collaborations } from '../../src/features/collaborations/schema.ts'
import { channels, influencers, rates } from '../../src/features/influencers/schema.ts'
import { notifications } from '../../src/features/notifications/schema.ts'
import { sponsors } from '../../src/features/sponsors/schema.ts'

import { snakeCase } from '../../src/shared/case.ts'

/** Collects rows and writes them in large batches, each whole or not at all. */
export class Rows {
  /** How many have been added. */
  count = 0
  readonly #client: Client
  readonly #full: number
  readonly #waiting = new Map<SQLiteTable, Waiting>()
  #size = 0
  #sentAt = 0
  #writing: Promise<unknown> = Promise.resolve()

  /** `full` is the size of a batch in characters. */
  constructor(client: Client, full = 2_000_000) {
    this.#client = client
    this.#full = full
  }

  /** All rows of a table name the same columns; what a row does not name gets the table's default. */
  add<Table extends SQLiteTable>(table: Table, row: Table['$inferInsert']): void {
    const { columns, rows } = this.#of(table, row)
    const values = columns.map((column) => stored(Reflect.get(row, column)))
    rows.push(values)
    this.#size += sizeOf(values)
    this.count += 1
  }

  /** To be awaited now and then, so that what waits does not grow without end. Says whether it wrote. */
  async writeWhenFull(): Promise<boolean> {
    if (this.#size >= this.#full) {
      await this.#write()
      return true
    }
    // Else the last batch would still lie here, unsent, when the next one is full.
    if (this.#size >= this.#sentAt + this.#full / TURNS) {
      this.#sentAt = this.#size
      await setImmediate()
    }
    return false
  }

  /** Writes what is left. */
  async finish(): Promise<void> {
    await this.#write()
    await this.#writing
  }

  #of(table: SQLiteTable, row: object): Waiting {
    const known = this.#waiting.get(table)
    if (known) return known
    const made: Waiting = { columns: Object.keys(row), rows: [] }
    this.#waiting.set(table, made)
    return made
  }

  // The next batch is composed while the last one is written.
  async #write(): Promise<void> {
    await this.#writing
    const statements = parentsFirst.flatMap((table) => {
      const waiting = this.#waiting.get(table)
      return waiting && waiting.rows.length > 0 ? [insertAll(table, waiting)] : []
    })
    this.#size = 0
    this.#sentAt = 0
    if (statements.length === 0) return
    this.#writing = this.#client.batch(statements, 'write')
    // It is awaited only at the next batch: until then nobody would have caught its failure.
    this.#writing.catch(() => {})
  }
}

/** How often the network gets its turn while a batch is made. */
const TURNS = 32

interface Waiting {
  readonly columns: readonly string[]
  rows: Value[][]
}

type Value = string | number | null

/** All tables that the demo writes to. */
export const parentsFirst: readonly SQLiteTable[] = [
  users,
  sponsors,
  influencers,
  channels,
  rates,
  campaigns,
  campaignGoals,
  adRequests,
  offers,
  messages,
  collaborations,
  events,
  notifications,
]

/**
 * One parameter for all rows: SQLite takes a JSON array apart faster than a server binds so many values, and twice
 * as fast once it is JSONB. What is the same in all rows is a parameter of its own.
 */
function insertAll(table: SQLiteTable, waiting: Waiting) {
  const { columns, rows } = waiting
  waiting.rows = []
  const varying = columns.flatMap((_, place) => (isSame(rows, place) ? [] : [place]))
  const values = columns.map((_, place) =>
    varying.includes(place) ? `row ->> ${varying.indexOf(place)}` : `:v${place}`,
  )
  const same = columns.flatMap((_, place) =>
    varying.includes(place) ? [] : [[`v${place}`, rows[0]?.[place] ?? null]],
  )
  const names = columns.map((column) => `"${snakeCase(column)}"`).join(', ')
  return {
    sql: `with all_rows as materialized (select jsonb(value) as row from json_each(:rows))
      insert into "${getTableName(table)}" (${names}) select ${values.join(', ')} from all_rows`,
    args: {
      rows: JSON.stringify(rows.map((row) => varying.map((place) => row[place]))),
      ...Object.fromEntries(same),
    },
  }
}

function isSame(rows: readonly Value[][], place: number): boolean {
  const first = rows[0]?.[place]
  return rows.every((row) => row[place] === first)
}

function stored(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number') return value
  return value === null || value === undefined ? null : JSON.stringify(value)
}

/** In characters, about. */
function sizeOf(values: readonly Value[]): number {
  return values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length + 4 : 8), 0)
}
