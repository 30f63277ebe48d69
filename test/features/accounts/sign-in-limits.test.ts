import { afterAll, beforeAll, expect, test } from 'vitest'
import { hit, isAllowed } from '../../../src/features/accounts/rate-limit.ts'
import { forgiveSlips, signInCounters } from '../../../src/features/accounts/sign-in/sign-in-limits.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { write } from '../../../src/platform/db/write.ts'
import { SECOND } from '../../../src/shared/time.ts'
import { startDatabase } from '../../support/database.ts'

let db: Database
let close: () => Promise<void>

beforeAll(async () => {
  ;({ db, close } = await startDatabase())
})
afterAll(() => close())

test('one address cannot lock an owner out who comes from another', async () => {
  for (let second = 0; second < 300; second++) await tryAt(second, 'mara', 'far away')
  expect(await tryAt(300, 'mara', 'far away')).toBe(false)
  expect(await tryAt(300, 'mara', 'at home')).toBe(true)
})

test("signing in to an account of one's own buys no more guesses at others", async () => {
  let guesses = 0
  for (let second = 0; second < 100; second++) {
    if (second % 10 === 9) {
      if (await tryAt(second, 'own', 'cafe')) await succeed('own', 'cafe')
    } else if (await tryAt(second, `somebody ${second}`, 'cafe')) guesses += 1
  }
  expect(guesses).toBeLessThan(35)
})

test('the slips of somebody who then signs in are forgotten, for the address too', async () => {
  for (let person = 0; person < 20; person++) {
    for (let slip = 0; slip < 3; slip++) expect(await tryAt(person, `person ${person}`, 'office')).toBe(true)
    await succeed(`person ${person}`, 'office')
  }
})

async function tryAt(second: number, account: string, address: string): Promise<boolean> {
  const counted = await write(db, hit(signInCounters(account, address), second * SECOND))
  return counted.ok && isAllowed(counted.value)
}

async function succeed(account: string, address: string): Promise<void> {
  await write(db, forgiveSlips(account, address))
}
