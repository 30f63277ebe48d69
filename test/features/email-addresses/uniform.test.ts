import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../../../src/features/accounts/passwords/passwords.ts'
import { requestChange } from '../../../src/features/email-addresses/settings/commands.ts'
import { noOrigin } from '../../../src/features/security-log/origin.ts'
import { signUp } from '../../../src/features/sign-up/commands.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { startDatabase } from '../../support/database.ts'
import { writesDuring } from '../../support/writes/writes-during.ts'

const NOW = 1_700_000_000_000
const PASSWORD = 'seven green otters'

let db: Database
let close: () => Promise<void>

beforeAll(async () => {
  const database = await startDatabase()
  db = database.db
  close = database.close
  const hash = await hashPassword(PASSWORD)
  await db.client.execute({
    sql: `insert into users (id, username, email, display_name, password_hash, role, status, created_at)
      values (1, 'owner', 'taken@x.example', 'Owner', ?1, 'influencer', 'active', 0),
        (2, 'one', 'one@x.example', 'One', ?1, 'influencer', 'active', 0),
        (3, 'two', 'two@x.example', 'Two', ?1, 'influencer', 'active', 0)`,
    args: [hash],
  })
})
afterAll(() => close())

test('signing up runs the same statements for a free and a taken address', async () => {
  const [free, taken] = [
    await signUpWith('new.one', 'free@x.example'),
    await signUpWith('new.two', 'taken@x.example'),
  ]
  expect(taken).toEqual(free)
})

test('asking for another address runs the same statements whether or not it is taken', async () => {
  const [free, taken] = [await changeTo(2, 'free@x.example'), await changeTo(3, 'taken@x.example')]
  expect(taken).toEqual(free)
})

function signUpWith(username: string, email: string) {
  const applicant = { username, email, displayName: 'New', role: 'influencer', timeZone: 'UTC' } as const
  const request = { clientAddress: '192.0.2.1', now: NOW }
  return writesDuring(async () => {
    const signedUp = await signUp(db, { ...applicant, password: PASSWORD }, () => [], request)
    expect(signedUp.ok).toBe(true)
  })
}

function changeTo(id: number, email: string) {
  const request = { db, now: NOW, origin: noOrigin }
  return writesDuring(async () => {
    const changed = await requestChange(request, id as UserId, email, PASSWORD)
    expect(changed.ok).toBe(true)
  })
}
