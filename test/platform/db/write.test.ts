import type { Client } from '@libsql/client/http'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { users } from '../../../src/features/accounts/schema.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { withSearchText } from '../../../src/platform/db/searched-text.ts'
import { expectOneRow, expectThat, mutation, onConflict, write } from '../../../src/platform/db/write.ts'
import { startDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let client: Client
let db: Database
beforeAll(async () => {
  database = await startDatabase()
  db = database.db
  client = db.client
})
afterAll(() => database.close())
beforeEach(() => client.execute('delete from users'))

const person = (username: string) => ({
  username,
  email: `${username}@example.com`,
  displayName: username,
  passwordHash: 'x',
  role: 'influencer' as const,
  status: 'active' as const,
  createdAt: 0,
})
const insert = (username: string) => mutation.insert(users).values(withSearchText(users, person(username)))
const rename = (username: string, version: number) =>
  mutation
    .update(users)
    .set(withSearchText(users, { displayName: 'New', version: version + 1 }))
    .where(sql`username = ${username} and version = ${version}`)

async function names(): Promise<string[]> {
  const rows = await db.orm
    .select({ username: users.username, name: users.displayName })
    .from(users)
    .orderBy(users.id)
  return rows.map(({ username, name }) => `${username} ${name}`)
}

describe('a write', () => {
  it('runs all of its statements in one round trip, and returns the result of each', async () => {
    const before = database.libsql.pipelines
    const written = await write(db, [
      insert('mara'),
      insert('jonas').returning({ id: users.id }),
      sql`delete from users where username = 'mara'`,
    ])
    expect(database.libsql.pipelines - before).toBe(1)
    expect(written.ok && written.value.map(({ rowsAffected, rows }) => [rowsAffected, rows.length])).toEqual([
      [1, 0],
      [1, 1],
      [1, 0],
    ])
    expect(await names()).toEqual(['jonas jonas'])
  })

  it('refuses with the name of the guard that stopped it, and changes nothing', async () => {
    const guarded = [insert('mara'), rename('mara', 7), expectOneRow('conflict'), insert('jonas')]
    expect(await write(db, guarded)).toEqual({ ok: false, refusal: 'conflict' })
    expect(await names()).toEqual([])
  })

  it('continues if a guarded statement changed exactly one row', async () => {
    const written = await write(db, [insert('mara'), rename('mara', 1), expectOneRow('conflict')])
    expect(written.ok).toBe(true)
    expect(await names()).toEqual(['mara New'])
  })

  it('stops if a guarded statement changed several rows', async () => {
    await write(db, [insert('mara'), insert('jonas')])
    // Not an indexed column, because `changes()` would then count the writes of the search triggers.
    const all = mutation.update(users).set({ timeZone: 'UTC' })
    expect(await write(db, [all, expectOneRow('too_many')])).toEqual({ ok: false, refusal: 'too_many' })
    expect(await names()).toEqual(['mara mara', 'jonas jonas'])
  })

  it('stops unless a condition is true at that point', async () => {
    const nobody = sql`not exists (select 1 from users)`
    expect(await write(db, [expectThat('taken', nobody), insert('mara')])).toMatchObject({ ok: true })
    expect(await write(db, [expectThat('taken', nobody), insert('jonas')])).toEqual({
      ok: false,
      refusal: 'taken',
    })
    // Null is not true.
    expect(await write(db, [insert('jonas'), expectThat('unknown', sql`null`)])).toEqual({
      ok: false,
      refusal: 'unknown',
    })
  })

  it('names the right one of several guards', async () => {
    const guards = (name: string, version: number) => [
      rename(name, version),
      expectOneRow('first'),
      onConflict('second', insert(name)),
      expectThat('third', sql`0`),
    ]
    await write(db, [insert('mara')])
    expect(await write(db, guards('mara', 2))).toEqual({ ok: false, refusal: 'first' })
    expect(await write(db, guards('mara', 1))).toEqual({ ok: false, refusal: 'second' })
    expect(await write(db, [...guards('mara', 1).slice(0, 2), expectThat('third', sql`0`)])).toEqual({
      ok: false,
      refusal: 'third',
    })
  })

  it('throws if a statement without a guard fails, or if a guarded one fails without a constraint', async () => {
    await write(db, [insert('mara')])
    await expect(write(db, [insert('jonas'), insert('mara')])).rejects.toThrow(/UNIQUE/)
    await expect(write(db, [onConflict('taken', sql`insert into nowhere values (1)`)])).rejects.toThrow(
      /no such table/,
    )
    expect(await names()).toEqual(['mara mara'])
  })

  it('lets only one of many conflicting writes succeed', async () => {
    await write(db, [insert('mara')])
    const attempts = Array.from({ length: 20 }, () => write(db, [rename('mara', 1), expectOneRow('late')]))
    const outcomes = await Promise.all(attempts)
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal === 'late')).toHaveLength(19)
  })

  it('is stopped by a guard, although an earlier statement has changed a search index', async () => {
    const missed = sql`update sessions set expires_at = 1 where id = 'nobody'`
    expect(await write(db, [insert('mara'), missed, expectOneRow('conflict')])).toEqual({
      ok: false,
      refusal: 'conflict',
    })
    expect(await names()).toEqual([])
  })

  it('leaves only the number 1 in the guard table', async () => {
    await write(db, [insert('mara'), expectOneRow('late')])
    await write(db, [rename('mara', 1), expectOneRow('late')])
    expect(
      (await client.execute('select changed from write_guard')).rows.map(({ changed }) => changed),
    ).toEqual([1])
    await expect(client.execute('insert into write_guard (changed) values (2)')).rejects.toThrow(/CHECK/)
  })
})

describe('a read', () => {
  it('runs several selects in one round trip, and returns their rows in order', async () => {
    await write(db, [insert('mara'), insert('jonas')])
    const before = database.libsql.pipelines
    const one = (username: string) =>
      db.orm.select({ name: users.displayName }).from(users).where(eq(users.username, username))
    const rows = await db.read([one('jonas'), one('nobody'), one('mara')])
    expect(database.libsql.pipelines - before).toBe(1)
    expect(rows).toEqual([[{ name: 'jonas' }], [], [{ name: 'mara' }]])
  })

  it('refuses a change', async () => {
    const all = db.orm.select({ name: users.displayName }).from(users)
    await expect(
      db.read([all, db.orm.insert(users).values(withSearchText(users, person('mara')))]),
    ).rejects.toThrow()
    expect(await names()).toEqual([])
  })
})
