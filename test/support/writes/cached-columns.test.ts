import { getTableName } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../app.ts'
import { findUndeclared, sources } from './cached-columns.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const undeclared = (sql: string, ...invalidates: ('influencers' | 'campaigns' | 'statistics')[]) =>
  findUndeclared(app.db, [{ statements: [sql], invalidates }])

test('every column in a search index is in the list of cached columns', async () => {
  const { rows } = await app.db.execute(
    "select sql from sqlite_master where type = 'trigger' and name like '%_search_%'",
  )
  const triggers = rows
    .map(({ sql }) => /after update of ([\w, ]+) on `?(\w+)`?/i.exec(String(sql)))
    .filter((found) => found)
  expect(triggers.length).toBeGreaterThan(5)
  const cached = sources.flatMap(({ table, columns }) =>
    columns.map((name) => `${getTableName(table)}.${name}`),
  )
  const indexed = (triggers as RegExpExecArray[]).flatMap(([, columns = '', table = '']) =>
    columns.split(', ').map((name) => `${table}.${name}`),
  )
  const isUncached = (column: string) =>
    uncached.has(column) || /^(events|flags|abuse_cases|abuse_reports)\./.test(column)
  expect(indexed.filter((column) => !cached.includes(column) && !isUncached(column))).toEqual([])
})

// Only what admins search uses these, and the tables that only admins have lists of. Those are not cached.
const uncached: ReadonlySet<string> = new Set([
  'users.email',
  'users.is_email_confirmed',
  'users.role',
  'users.username',
  'sponsors.industry',
  'sponsors.submitted_at',
  'users.last_seen_at',
  'sponsors.requested_name',
  'campaigns.committed',
  'campaigns.sponsor_id',
  'campaigns.recorded_end_at',
])

describe('frequent writes invalidate nothing', () => {
  test.each([
    'update "users" set "last_seen_at" = max(coalesce("users"."last_seen_at", 0), ?) where "users"."id" = ?',
    'update "users" set "password_hash" = ? where "users"."status" = \'active\'',
    'update "campaigns" set "committed" = "committed" + ?, "version" = "version" + 1 where "state" = \'active\'',
    'update "campaign_goals" set "done_at" = ? where "id" = ?',
    'insert into "users" ("id", "username") values (null, ?)',
    'insert into "messages" ("body") values (?)',
    'insert into write_guard (changed) values (changes()) on conflict do nothing',
    'update "influencers" set "version" = "version" + 1',
  ])('%s', async (sql) => {
    expect(await undeclared(sql)).toEqual([])
  })
})

describe('a write that does not declare what it invalidates', () => {
  test('is reported with its statement, the column and the namespaces', async () => {
    const sql = 'update "users" set "status" = ? where "id" = ?'
    const [message, ...others] = await undeclared(sql, 'campaigns')
    expect(message).toContain(sql)
    expect(message).toContain(
      "update of users.status changes cached answers: add 'influencers', 'statistics'",
    )
    expect(others).toEqual([])
  })

  test('is fine once it does', async () => {
    const sql = 'update "users" set "status" = ? where "id" = ?'
    expect(await undeclared(sql, 'influencers', 'campaigns', 'statistics')).toEqual([])
  })

  test('is reported for a new row, and for a deleted row with its cascades', async () => {
    expect(await undeclared('insert into "channels" ("id") values (null)')).toEqual([
      expect.stringContaining("insert into channels changes cached answers: add 'influencers', 'statistics'"),
    ])
    const deleted = await undeclared('delete from "campaigns" where "id" = ?')
    expect(deleted).toEqual([
      expect.stringContaining("delete from campaigns changes cached answers: add 'campaigns', 'statistics'"),
      expect.stringContaining("delete from campaign_goals changes cached answers: add 'campaigns'"),
    ])
  })

  test('is reported for a new collaboration, which is counted, but not for its later states', async () => {
    expect(await undeclared('insert into "collaborations" ("id") values (null)')).toHaveLength(1)
    expect(await undeclared('update "collaborations" set "state" = ? where "id" = ?')).toEqual([])
  })
})
