import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { requestReset } from '../../../src/features/password-reset/commands.ts'
import { noOrigin } from '../../../src/features/security-log/origin.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { type WriteMessage, writes } from '../../../src/platform/db/write.ts'
import { startDatabase } from '../../support/database.ts'

let db: Database
let close: () => Promise<void>
let seen: WriteMessage[] = []
const listen = (message: unknown) => seen.push(message as WriteMessage)

beforeAll(async () => {
  const database = await startDatabase()
  db = database.db
  close = database.close
  await database.db.client.execute(`insert into users (username, email, display_name, password_hash, role, status, created_at)
    values ('mara', 'mara@x.example', 'Mara', 'x', 'influencer', 'active', 0)`)
})
beforeEach(() => {
  seen = []
  writes.subscribe(listen)
})
afterEach(() => writes.unsubscribe(listen))
afterAll(() => close())

test('the same statements run for an account, for nobody, and beyond the limit', async () => {
  const runs: string[][] = []
  for (const account of ['mara', 'mara', 'mara', 'mara', 'nobody', 'nobody@x.example']) {
    seen = []
    await requestReset({ db, now: 1_700_000_000_000 + runs.length, origin: noOrigin }, account, '192.0.2.1')
    runs.push(seen.flatMap(({ statements }) => statements))
  }
  for (const run of runs) expect(run).toEqual(runs[0])
  expect(seen).toHaveLength(1)
})
