import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseEnv } from '../../../src/env.ts'
import { selectDue } from '../../../src/features/reports/monthly/queries.ts'
import { sendReports } from '../../../src/features/reports/monthly/send-reports.ts'
import { type CampaignDatabase, openCampaignDatabase } from '../campaigns/campaign-database.ts'

const MORNING = Date.UTC(2026, 10, 1, 8)

let database: CampaignDatabase
beforeAll(async () => {
  database = await openCampaignDatabase()
})
afterAll(() => database.close())

const env = parseEnv({ PUBLIC_URL: 'http://parley.test', TURSO_DATABASE_URL: 'http://libsql.test' })

it('handles a hundred people at a time, longest overdue first', async () => {
  const names = Array.from({ length: 101 }, (_, index) => `('crowd${index}', ${MORNING - index})`)
  await database.client.execute(`insert into users
    (username, email, display_name, password_hash, role, status, created_at, next_report_at)
    select column1, column1 || '@example.com', 'x', 'x', 'influencer', 'active', 0, column2 from (values ${names.join(', ')})`)
  const next = async () => {
    const { rows } = await database.client.execute(
      `select count(*) as count, min(username) as name from users where next_report_at <= ${MORNING}`,
    )
    return rows[0]
  }
  expect(await sendReports({ db: database.db, env, now: MORNING, clock: MORNING }, null)).toMatchObject({
    cursor: '1',
  })
  expect(await next()).toMatchObject({ count: 1, name: 'crowd0' })
  expect(await sendReports({ db: database.db, env, now: MORNING, clock: MORNING }, '1')).toMatchObject({
    cursor: null,
  })
  expect(await next()).toMatchObject({ count: 0 })
})

it('finds them by an index', () => {
  const plan = database.planOf(selectDue(database.db, MORNING))
  expect(plan).toMatch(/SEARCH users USING INDEX users_by_next_report/)
  expect(plan).not.toMatch(/TEMP B-TREE|SCAN users/)
})
