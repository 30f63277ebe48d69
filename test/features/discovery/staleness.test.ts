import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { madeStaleBy, watched } from '../../../src/features/discovery/staleness.ts'
import { type App, startApp } from '../../support/app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('whatever column moves somebody in an index makes the cache stale', async () => {
  const { rows } = await app.db.execute(
    "select sql from sqlite_master where type = 'trigger' and sql like '%_ranks%'",
  )
  const triggers = rows
    .map(({ sql }) => /AFTER UPDATE OF ([\w, ]+) ON `(\w+)`/.exec(String(sql)))
    .filter((found) => found)
  expect(triggers.length).toBeGreaterThan(5)
  for (const [, columns = '', table = ''] of triggers as RegExpExecArray[]) {
    for (const column of columns.split(', ')) {
      if (!unchanging.has(`${table}.${column}`)) {
        expect(
          madeStaleBy([`update "${table}" set "${column}" = ? where "id" = ?`]),
          `${table}.${column}`,
        ).not.toEqual([])
      }
    }
  }
})

// Written once, when the row is made.
const unchanging: ReadonlySet<string> = new Set(['users.created_at', 'channels.influencer_id'])

test('every watched column is one of its table', async () => {
  for (const { table, columns } of watched) {
    const { rows } = await app.db.execute({ sql: 'select name from pragma_table_info(?)', args: [table] })
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining([...columns]))
  }
})

describe('what happens all the time makes nothing stale', () => {
  test.each([
    'update "users" set "last_seen_at" = max(coalesce("users"."last_seen_at", 0), ?) where "users"."id" = ?',
    'update "users" set "password_hash" = ? where "users"."status" = \'active\'',
    'update "campaigns" set "committed" = "committed" + ?, "version" = "version" + 1 where "state" = \'active\'',
    'update "campaign_goals" set "done_at" = ? where "id" = ?',
    'insert into "users" ("id", "username") values (null, ?)',
    'insert into "messages" ("body") values (?)',
    'insert into write_guard (changed) select changes() where changes() <> 1',
    'update "influencers" set "version" = "version" + 1',
  ])('%s', (sql) => {
    expect(madeStaleBy([sql])).toEqual([])
  })
})

test('one change may be seen in several places', () => {
  expect(madeStaleBy(['update "users" set "status" = ? where "id" = ?'])).toEqual([
    'influencers',
    'campaigns',
    'statistics',
  ])
  expect(
    madeStaleBy(['insert into "channels" ("id") values (null)', 'delete from "campaigns" where "id" = ?']),
  ).toEqual(['influencers', 'statistics', 'campaigns'])
})

test('an agreement changes the number of agreements, and its course does not', () => {
  expect(madeStaleBy(['insert into "collaborations" ("id") values (null)'])).toEqual(['statistics'])
  expect(madeStaleBy(['update "collaborations" set "state" = ? where "id" = ?'])).toEqual([])
})
