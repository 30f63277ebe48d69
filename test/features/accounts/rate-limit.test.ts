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

test('some tries are free, then each waits twice as long as the one before, up to the longest', async () => {
  const guesser = counter(limit, 'guesser')
  expect(await tryAt(0, guesser)).toBe(true)
  expect(await tryAt(0, guesser)).toBe(true)
  expect(await tryAt(0, guesser)).toBe(true)

  let now = 0
  for (const wait of [10, 20, 40, 60, 60]) {
    expect(await tryAt(now + wait * SECOND - 1, guesser)).toBe(false)
    now += wait * SECOND
    expect(await tryAt(now, guesser)).toBe(true)
  }
})

test('a try that has to wait does not make the wait longer', async () => {
  const patient = counter(limit, 'patient')
  for (let tries = 0; tries < 3; tries++) await tryAt(0, patient)
  for (let second = 1; second < 10; second++) expect(await tryAt(second * SECOND, patient)).toBe(false)
  expect(await tryAt(10 * SECOND, patient)).toBe(true)
})

test('an hour of quiet, or a success, forgets', async () => {
  const quiet = counter(limit, 'quiet')
  for (let tries = 0; tries < 3; tries++) await tryAt(0, quiet)
  expect(await tryAt(1, quiet)).toBe(false)
  for (let tries = 0; tries < 3; tries++) expect(await tryAt(HOUR, quiet)).toBe(true)
  expect(await tryAt(HOUR + 1, quiet)).toBe(false)

  await write(db, [reset([quiet])])
  expect(await tryAt(HOUR + 1, quiet)).toBe(true)
})

test('counters count apart, and the strictest decides', async () => {
  const strict = counter({ ...limit, free: 1 }, 'strict')
  const loose = counter(limit, 'loose')
  expect(await tryAt(0, strict, loose)).toBe(true)
  expect(await tryAt(1, strict, loose)).toBe(false)
  expect(await tryAt(1, loose)).toBe(true)
})

test('a try that one counter holds up is not counted by those after it', async () => {
  const strict = counter({ ...limit, free: 1 }, 'first')
  const shared = counter(limit, 'shared')
  for (let tries = 0; tries < 5; tries++) await tryAt(0, strict, shared)
  expect(await tryAt(0, shared)).toBe(true)
  expect(await tryAt(0, shared)).toBe(true)
  expect(await tryAt(0, shared)).toBe(false)
})

test('of many tries at once no more get through than are free', async () => {
  const crowd = counter(limit, 'crowd')
  const through = await Promise.all(Array.from({ length: 20 }, () => tryAt(0, crowd)))
  expect(through.filter(Boolean)).toHaveLength(3)
})

async function tryAt(now: number, ...counters: Counter[]): Promise<boolean> {
  const counted = await write(db, hit(counters, now))
  return counted.ok && isAllowed(counted.value)
}
