import { afterAll, beforeAll, expect, test } from 'vitest'
import { hit, isAllowed } from '../../../src/features/accounts/rate-limit.ts'
import { forgiveTypos, signInCounters } from '../../../src/features/accounts/sign-in/sign-in-limits.ts'
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

async function attemptAt(second: number, account: string, address: string): Promise<boolean> {
  const counted = await write(db, hit(signInCounters(account, address), second * SECOND))
  return counted.ok && isAllowed(counted.value)
}

async function succeed(account: string, address: string): Promise<void> {
  await write(db, forgiveTypos(account, address))
}
