import { LibsqlError } from '@libsql/client'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ChangeRefused } from '../../../src/platform/db/database.ts'
import { DatabaseUnavailable } from '../../../src/platform/db/wait-limit.ts'
import { isolate } from '../../../src/platform/queue/isolate.ts'

it('handles each good item once and gives back the broken ones, whichever they are', async () => {
  const items = fc.uniqueArray(fc.nat(1_000), { maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(items, fc.func(fc.boolean()), async (all, isBroken) => {
      const handled: number[] = []
      const { failed, error } = await isolate(all, async (some) => {
        const broken = some.find((item) => isBroken(item))
        if (broken !== undefined) throw new Error(`${broken} is broken`)
        handled.push(...some)
      })
      const bad = all.filter((item) => isBroken(item))
      expect(handled).toEqual(all.filter((item) => !isBroken(item)))
      expect(failed).toEqual(bad)
      expect(error).toBe(bad.length > 0 ? `Error: ${bad[0]} is broken` : null)
    }),
  )
})

it('takes one call if nothing is broken, and few to find one broken item of many', async () => {
  const all = Array.from({ length: 200 }, (_, item) => item)
  let calls = 0
  const handle = (broken: number | null) =>
    isolate(all, async (some) => {
      calls += 1
      if (broken !== null && some.includes(broken)) throw new Error('broken')
    })
  await handle(null)
  expect(calls).toBe(1)
  await handle(77)
  expect(calls).toBeLessThanOrEqual(1 + 17)
})

it.each([
  new DatabaseUnavailable('write', null),
  new LibsqlError('busy', 'SQLITE_BUSY'),
  new LibsqlError('gone', 'SERVER_ERROR'),
  new ChangeRefused('The form was used before'),
])('blames no item if the database is down or refuses every change: %s', async (down) => {
  let calls = 0
  const handled = isolate([1, 2, 3], async () => {
    calls += 1
    throw down
  })
  await expect(handled).rejects.toBe(down)
  expect(calls).toBe(1)
})
