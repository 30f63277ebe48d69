import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Counter, counter, hit, isAllowed, reset } from '../../../src/features/accounts/rate-limit.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { write } from '../../../src/platform/db/write.ts'
import { HOUR, SECOND } from '../../../src/shared/time.ts'
import { startDatabase } from '../../support/database.ts'

const limit = { free: 3, firstWait: 10 * SECOND, longestWait: 60 * SECOND }

let db: Database
let close: () => Promise<void>

beforeAll(async () => {
  ;({ db, close } = await startDatabase())
})
afterAll(() => close())

test('some attempts are free, then each waits twice as long as the one before, up to a maximum', async () => {
  const guesser = counter(limit, 'guesser')
  expect(await attemptAt(0, guesser)).toBe(true)
  expect(await attemptAt(0, guesser)).toBe(true)
  expect(await attemptAt(0, guesser)).toBe(true)

  let now = 0
  for (const wait of [10, 20, 40, 60, 60]) {
    expect(await attemptAt(now + wait * SECOND - 1, guesser)).toBe(false)
    now += wait * SECOND
    expect(await attemptAt(now, guesser)).toBe(true)
  }
})

test('a blocked attempt does not make the wait longer', async () => {
  const patient = counter(limit, 'patient')
  for (let count = 0; count < 3; count++) await attemptAt(0, patient)
  for (let second = 1; second < 10; second++) expect(await attemptAt(second * SECOND, patient)).toBe(false)
  expect(await attemptAt(10 * SECOND, patient)).toBe(true)
})

test('a counter starts over after an hour without attempts, or after a success', async () => {
  const quiet = counter(limit, 'quiet')
  for (let count = 0; count < 3; count++) await attemptAt(0, quiet)
  expect(await attemptAt(1, quiet)).toBe(false)
  for (let count = 0; count < 3; count++) expect(await attemptAt(HOUR, quiet)).toBe(true)
  expect(await attemptAt(HOUR + 1, quiet)).toBe(false)

  await write(db, [reset([quiet])])
  expect(await attemptAt(HOUR + 1, quiet)).toBe(true)
})

test('counters count separately, and the strictest decides', async () => {
  const strict = counter({ ...limit, free: 1 }, 'strict')
  const loose = counter(limit, 'loose')
  expect(await attemptAt(0, strict, loose)).toBe(true)
  expect(await attemptAt(1, strict, loose)).toBe(false)
  expect(await attemptAt(1, loose)).toBe(true)
})

test('an attempt that one counter blocks is not counted by the next ones', async () => {
  const strict = counter({ ...limit, free: 1 }, 'first')
  const shared = counter(limit, 'shared')
  for (let count = 0; count < 5; count++) await attemptAt(0, strict, shared)
  expect(await attemptAt(0, shared)).toBe(true)
  expect(await attemptAt(0, shared)).toBe(true)
  expect(await attemptAt(0, shared)).toBe(false)
})

test('of many parallel attempts, only the free ones are allowed', async () => {
  const crowd = counter(limit, 'crowd')
  const allowed = await Promise.all(Array.from({ length: 20 }, () => attemptAt(0, crowd)))
  expect(allowed.filter(Boolean)).toHaveLength(3)
})

test('a free attempt is not refused because one that began later was counted first', async () => {
  const office = counter(limit, 'office')
  expect(await attemptAt(1_000, office)).toBe(true)
  expect(await attemptAt(990, office)).toBe(true)
  expect(await attemptAt(980, office)).toBe(true)
  // The waiting time begins with the latest of them.
  expect(await attemptAt(10 * SECOND + 999, office)).toBe(false)
  expect(await attemptAt(10 * SECOND + 1_000, office)).toBe(true)
})

async function attemptAt(now: number, ...counters: Counter[]): Promise<boolean> {
  const counted = await write(db, hit(counters, now))
  return counted.ok && isAllowed(counted.value)
}
