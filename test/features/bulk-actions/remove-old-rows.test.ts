import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeOldRows } from '../../../src/features/bulk-actions/remove-old-rows.ts'
import { startDatabase } from '../../support/database.ts'

const DAY = 86_400_000
const NOW = 1_760_000_000_000

let fixture: Awaited<ReturnType<typeof startDatabase>>
beforeAll(async () => {
  fixture = await startDatabase()
  await fixture.db.client.execute(`insert into users (id, username, email, display_name, password_hash, role, status, created_at)
    values (1, 'ada', 'ada@example.com', 'Ada', '', 'admin', 'active', 1)`)
})
afterAll(() => fixture.close())

async function makeAction(startedAt: number, rows: number): Promise<void> {
  const { client } = fixture.db
  const { lastInsertRowid = 0n } = await client.execute({
    sql: `insert into bulk_actions (kind, scope, seen_at, fields, total, started_by, actor_id, request_id, started_at, moved_at)
      values ('sponsor_approval', '{"ids":[]}', 1, '{}', 1, 1, 1, 'x', ?, ?)`,
    args: [startedAt, startedAt],
  })
  await client.execute({
    sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?1)
      insert into bulk_action_rows (action_id, row_id, name, outcome, reason)
      select ?2, i, 'Somebody', 'skipped', 'Already approved' from n`,
    args: [rows, lastInsertRowid],
  })
}

it('removes the rows of actions that are older than 90 days, piece by piece, and keeps the actions', async () => {
  await makeAction(NOW - 200 * DAY, 1_200)
  await makeAction(NOW - 91 * DAY, 30)
  await makeAction(NOW - 89 * DAY, 7)
  const removed = []
  for (let round = 0; round < 3; round += 1) removed.push(await removeOldRows({ db: fixture.db, now: NOW }))
  expect(removed).toEqual([1_000, 230, 0])
  const { rows } = await fixture.db.client.execute(
    `select id, (select count(*) from bulk_action_rows where action_id = bulk_actions.id) as left_rows from bulk_actions order by id`,
  )
  expect(rows.map(({ left_rows }) => left_rows)).toEqual([0, 0, 7])
})
