import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Device } from '../../../../src/features/accounts/sign-in/devices.ts'
import {
  allowanceOf,
  countSignIn,
  forgiveTypos,
  isKnownDevice,
  type SignInAttempt,
} from '../../../../src/features/accounts/sign-in/sign-in-limits.ts'
import type { Database } from '../../../../src/platform/db/database.ts'
import { write } from '../../../../src/platform/db/write.ts'
import type { UserId } from '../../../../src/shared/ids.ts'
import { SECOND } from '../../../../src/shared/time.ts'
import { startDatabase } from '../../../support/database.ts'

let db: Database
let close: () => Promise<void>

beforeAll(async () => {
  ;({ db, close } = await startDatabase())
})
afterAll(() => close())

test("an attacker's address does not lock out the owner's address", async () => {
  for (let second = 0; second < 300; second++) await attemptAt(second, 'mara', 'far away')
  expect(await attemptAt(300, 'mara', 'far away')).toBe(false)
  expect(await attemptAt(300, 'mara', 'at home')).toBe(true)
})

test('signing in to your own account gives you no extra guesses at other accounts', async () => {
  let guesses = 0
  for (let second = 0; second < 100; second++) {
    if (second % 10 === 9) {
      if (await attemptAt(second, 'own', 'cafe')) await succeed('own', 'cafe')
    } else if (await attemptAt(second, `somebody ${second}`, 'cafe')) guesses += 1
  }
  expect(guesses).toBeLessThan(35)
})

test('typos are forgotten after signing in, in the count of the address too', async () => {
  for (let person = 0; person < 20; person++) {
    for (let typo = 0; typo < 3; typo++)
      expect(await attemptAt(person, `person ${person}`, 'office')).toBe(true)
    await succeed(`person ${person}`, 'office')
  }
})

describe('an account', () => {
  test('has one counter for its username and its e-mail address', async () => {
    await insertAccount('nora')
    for (let guess = 0; guess < 5; guess++) {
      const name = guess % 2 === 0 ? 'nora' : 'nora@example.com'
      expect(await attemptAt(0, name, 'one')).toBe(true)
    }
    expect(await attemptAt(0, 'nora', 'one')).toBe(false)
    expect(await attemptAt(0, 'nora@example.com', 'one')).toBe(false)
  })

  test('that does not exist is counted in the same way, by its name', async () => {
    for (let guess = 0; guess < 5; guess++) expect(await attemptAt(0, 'nobody', 'two')).toBe(true)
    expect(await attemptAt(0, 'nobody', 'two')).toBe(false)
    expect(await attemptAt(0, 'nobody@example.com', 'two')).toBe(true)
  })
})

describe('a device that has signed in before', () => {
  const since = 1_000 * SECOND
  const attacked = { account: 'ada', address: 'far away', device: null }
  let device: Device

  beforeAll(async () => {
    const userId = await insertAccount('ada')
    device = { id: 'a'.repeat(16), accounts: [{ userId, signedInAt: since }] }
  })

  test('can sign in while an attacker guesses all the time, even from the same network', async () => {
    for (let guess = 0; guess < 100; guess++) {
      await count({ ...attacked, address: `far away ${guess % 20}` }, guess / 10)
    }
    expect(await count({ ...attacked, address: 'a new address' }, 10)).toEqual({
      allowed: false,
      by: 'account',
    })
    for (const account of ['ada', 'ada@example.com']) {
      const atTheAttackers = { account, address: 'far away 0', device }
      expect(await count(atTheAttackers, 10)).toEqual({ allowed: true, by: 'device' })
    }
  })

  test('has a limit of its own, whatever name it types', async () => {
    let allowed = 0
    for (let guess = 0; guess < 30; guess++) {
      const account = guess % 2 === 0 ? 'ada' : 'ada@example.com'
      if ((await count({ ...attacked, account, device }, 700)).allowed) allowed += 1
    }
    expect(allowed).toBeLessThanOrEqual(10)
    expect(await count({ ...attacked, device }, 700)).toEqual({ allowed: false, by: 'own_device' })
  })

  test('counts like any other browser for other accounts', async () => {
    await insertAccount('bo')
    const guess = { account: 'bo', address: 'third', device }
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await count(guess, 0)).toEqual({ allowed: true, by: 'open' })
    expect(await count(guess, 0)).toEqual({ allowed: false, by: 'account' })
  })

  test('is unknown once the password has been changed', async () => {
    await db.client.execute({
      sql: "update users set password_changed_at = ? where username = 'ada'",
      args: [since + 1],
    })
    expect(await count({ ...attacked, address: 'fourth', device }, 5_000)).toEqual({
      allowed: true,
      by: 'open',
    })
  })
})

async function attemptAt(second: number, account: string, address: string): Promise<boolean> {
  return (await count({ account, address, device: null }, second)).allowed
}

async function count(attempt: SignInAttempt, second: number) {
  const hits = countSignIn(attempt, second * SECOND)
  const counted = await write(db, [...hits, sql`select ${isKnownDevice(attempt)} as is_known`])
  if (!counted.ok) throw new Error('This has no guard.')
  return allowanceOf(attempt, counted.value.slice(0, -1), counted.value.at(-1)?.rows[0]?.isKnown === 1)
}

async function succeed(account: string, address: string): Promise<void> {
  await write(db, forgiveTypos({ account, address, device: null }, 'open'))
}

async function insertAccount(username: string): Promise<UserId> {
  const { rows } = await db.client.execute({
    sql: `insert into users (username, email, display_name, password_hash, role, status, created_at)
      values (?, ?, ?, '', 'influencer', 'active', 0) returning id`,
    args: [username, `${username}@example.com`, username],
  })
  return Number(rows[0]?.id) as UserId
}
