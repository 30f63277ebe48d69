import { aliasedTable, eq, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../../local/libsql/server.ts'
import { type Database, openDatabase } from '../../../src/platform/db/database.ts'
import { readRows } from '../../../src/platform/db/pipeline.ts'
import { type Orm, prepared, type Slots } from '../../../src/platform/db/prepared.ts'
import type { Select } from '../../../src/platform/db/select.ts'

const boats = sqliteTable('boats', { id: integer().primaryKey(), name: text().notNull(), crew: integer() })

let libsql: LibsqlServer
let db: Database

beforeAll(async () => {
  libsql = await startLibsql({ file: ':memory:', authToken: 'secret' })
  db = openDatabase({ TURSO_DATABASE_URL: `${libsql.url}/`, TURSO_AUTH_TOKEN: 'secret' })
  await db.client.batch(
    [
      'create table boats (id integer primary key, name text not null, crew integer) strict',
      "insert into boats values (1, 'Ägir', 3), (2, 'Börte', null), (9007199254740991, 'Last', 0)",
    ],
    'write',
  )
})

afterAll(() => libsql.close())

const rowsOf = (query: string, params: unknown[] = []) =>
  readRows({ TURSO_DATABASE_URL: libsql.url, TURSO_AUTH_TOKEN: 'secret' }, [{ sql: query, params }])

describe('readRows', () => {
  it('returns values of every kind', async () => {
    const [[row] = []] = await rowsOf("select 7, 0.5, 'ü', null, x'00ff', ?, ?, ?", ['🚣', 2, null])
    expect(row).toEqual([7, 0.5, 'ü', null, Buffer.from([0, 255]), '🚣', 2, null])
  })

  it('throws the message of the database if a select fails, alone or with others', async () => {
    await expect(rowsOf('select * from nowhere')).rejects.toThrow('no such table: nowhere')
    const mixed = db.read([db.orm.select().from(boats), db.orm.select({ a: sql`missing` }).from(boats)])
    await expect(mixed).rejects.toThrow('no such column: missing')
  })

  it('refuses a wrong token and a value that cannot be bound', async () => {
    const stranger = { TURSO_DATABASE_URL: libsql.url, TURSO_AUTH_TOKEN: 'guess' }
    await expect(readRows(stranger, [{ sql: 'select 1', params: [] }])).rejects.toThrow('401')
    await expect(rowsOf('select ?', [undefined])).rejects.toThrow('A select was given a undefined')
  })

  it('refuses changes', async () => {
    const hostile = { sql: 'delete from boats returning id', params: [] }
    const reading = readRows({ TURSO_DATABASE_URL: libsql.url, TURSO_AUTH_TOKEN: 'secret' }, [
      hostile,
      hostile,
    ])
    await expect(reading).rejects.toThrow('readonly')
    expect(await db.orm.select().from(boats)).toHaveLength(3)
  })
})

describe('selects', () => {
  const byId = prepared((orm, { id }: Slots<{ id: number }>) =>
    orm.select().from(boats).where(eq(boats.id, id)),
  )
  const all = prepared((orm, { limit }: Slots<{ limit: number }>, order: 'id' | 'name') =>
    orm.select({ name: boats.name }).from(boats).orderBy(sql`${boats[order]} desc`).limit(limit),
  )

  it('share one round trip, prepared or not', async () => {
    const before = libsql.pipelines
    const [one, named, none] = await db.read([
      byId(db, { id: 1 }),
      db.orm.select({ name: boats.name }).from(boats).where(eq(boats.name, 'Last')),
      byId(db, { id: 3 }),
    ])
    expect(libsql.pipelines - before).toBe(1)
    expect({ one, named, none }).toEqual({
      one: [{ id: 1, name: 'Ägir', crew: 3 }],
      named: [{ name: 'Last' }],
      none: [],
    })
  })

  it('are prepared once for each shape, and filled with new values each time', async () => {
    expect(await all(db, { limit: 1 }, 'id')).toEqual([{ name: 'Last' }])
    expect(await all(db, { limit: 2 }, 'name')).toEqual([{ name: 'Ägir' }, { name: 'Last' }])
    expect(await all(db, { limit: 2 }, 'id')).toEqual([{ name: 'Last' }, { name: 'Börte' }])
  })

  it('keep whole numbers up to the largest that JavaScript can hold', async () => {
    expect(await byId(db, { id: Number.MAX_SAFE_INTEGER })).toEqual([
      { id: Number.MAX_SAFE_INTEGER, name: 'Last', crew: 0 },
    ])
  })
})

describe('a prefetched select', () => {
  const named = (own: Database, name: string) =>
    own.orm.select({ id: boats.id }).from(boats).where(eq(boats.name, name))
  const opened = () => openDatabase({ TURSO_DATABASE_URL: libsql.url, TURSO_AUTH_TOKEN: 'secret' })

  it('shares the round trip of the next read, which returns only its own rows', async () => {
    const own = opened()
    const first = own.prefetch(named(own, 'Ägir'))
    const second = own.prefetch(named(own, 'Börte'))
    const before = libsql.pipelines
    expect(await own.read([named(own, 'Last')])).toEqual([[{ id: Number.MAX_SAFE_INTEGER }]])
    expect([await first.rows(), await second.rows(), await first.rows()]).toEqual([
      [{ id: 1 }],
      [{ id: 2 }],
      [{ id: 1 }],
    ])
    expect(libsql.pipelines - before).toBe(1)
    await own.read([named(own, 'Last')])
    expect(libsql.pipelines - before).toBe(2)
  })

  it('is read alone if its rows are needed before the next read', async () => {
    const own = opened()
    const before = libsql.pipelines
    const prefetched = own.prefetch(named(own, 'Ägir'))
    expect([await prefetched.rows(), await prefetched.rows()]).toEqual([[{ id: 1 }], [{ id: 1 }]])
    expect(libsql.pipelines - before).toBe(1)
  })

  it('is not sent without a read', async () => {
    const own = opened()
    const before = libsql.pipelines
    own.prefetch(named(own, 'Ägir'))
    expect(libsql.pipelines - before).toBe(0)
  })

  it('fails together with the read that it was sent with', async () => {
    const own = opened()
    const prefetched = own.prefetch(own.orm.select({ a: sql`missing` }).from(boats))
    await expect(own.read([named(own, 'Last')])).rejects.toThrow('no such column: missing')
    await expect(prefetched.rows()).rejects.toThrow('no such column: missing')
  })
})

describe('a prepared select returns the same rows as Drizzle', () => {
  const others = aliasedTable(boats, 'others')
  const fields = {
    id: boats.id,
    crew: boats.crew,
    shout: sql<string>`upper(${boats.name})`.mapWith((name) => `${name}!`),
    list: sql<number[]>`json_array(1, 2)`.mapWith(JSON.parse),
    named: sql<string>`${boats.name}`.as('named'),
  }
  const selects = {
    'fields of every kind': (orm: Orm) => orm.select(fields).from(boats).orderBy(boats.id),
    'a whole table': (orm: Orm) => orm.select().from(boats).orderBy(boats.id),
    'a left join without a match': (orm: Orm) =>
      orm
        .select({ id: boats.id, other: others.name })
        .from(boats)
        .leftJoin(others, sql`${others.id} = ${boats.id} + 1`)
        .orderBy(boats.id),
    'grouped fields': (orm: Orm) =>
      orm
        .select({ boat: { id: boats.id, name: boats.name }, other: others })
        .from(boats)
        .leftJoin(others, sql`${others.id} = ${boats.id} + 1`)
        .orderBy(boats.id),
  }

  it.each(Object.entries(selects))('%s', async (_, build) => {
    const select: (orm: Orm) => Select<readonly unknown[]> = build
    const [plain] = await db.read([select(db.orm)])
    expect(plain).toHaveLength(3)
    expect(await prepared((orm) => select(orm))(db, {})).toEqual(plain)
  })
})
