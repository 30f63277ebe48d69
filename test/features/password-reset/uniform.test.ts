import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { users } from '../../../src/features/accounts/schema.ts'
import { requestReset } from '../../../src/features/password-reset/commands.ts'
import { resetAccount } from '../../../src/features/password-reset/notifications.ts'
import {
  selectAskedAccount,
  selectUnconfirmedAccounts,
} from '../../../src/features/password-reset/queries.ts'
import { noOrigin } from '../../../src/features/security-log/origin.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { startDatabase } from '../../support/database.ts'
import { writesDuring } from '../../support/writes/writes-during.ts'
import { planOf, slowSteps } from '../discovery/query-plan.ts'

let db: Database
let close: () => Promise<void>

beforeAll(async () => {
  const database = await startDatabase()
  db = database.db
  close = database.close
  await database.db.client.execute(`insert into users (username, email, display_name, password_hash, role, status, created_at)
    values ('mara', 'mara@x.example', 'Mara', 'x', 'influencer', 'active', 0)`)
})
afterAll(() => close())

test('the same statements run for an account, for nobody, and beyond the limit', async () => {
  const runs: Awaited<ReturnType<typeof writesDuring>>[] = []
  for (const account of ['mara', 'mara', 'mara', 'mara', 'nobody', 'nobody@x.example']) {
    const scope = { db, now: 1_700_000_000_000 + runs.length, origin: noOrigin }
    runs.push(await writesDuring(() => requestReset(scope, account, '192.0.2.1')))
  }
  for (const run of runs) expect(run).toEqual(runs[0])
  expect(runs[0]).toHaveLength(1)
})

test('the account is found by indexes, confirmed or not', async () => {
  const select = db.orm
    .select({ id: users.id })
    .from(users)
    .where(sql`${users.id} = ${resetAccount('mara')}`)
  const plan = await planOf(db.client, select)
  expect(plan.join('\n')).toContain('users_by_confirmed_email')
  expect(plan.join('\n')).toContain('users_by_unconfirmed_email')
  expect(slowSteps(plan).filter((step) => !step.includes('FOR ORDER BY'))).toEqual([])
})

test('the accounts that a link is for are found by indexes too, and come in their order', async () => {
  const asked = await planOf(db.client, selectAskedAccount(db, 'a token', 1))
  const others = await planOf(db.client, selectUnconfirmedAccounts(db, 'a token', 1))
  expect(others.join('\n')).toContain('users_by_unconfirmed_email')
  expect(slowSteps([...asked, ...others])).toEqual([])
})
