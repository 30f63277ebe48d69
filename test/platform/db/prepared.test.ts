import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MAX_SHAPES, prepared, type Slots } from '../../../src/platform/db/prepared.ts'
import { startDatabase } from '../../support/database.ts'

let database: Awaited<ReturnType<typeof startDatabase>>
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())

it('builds a select once for each shape, and keeps no more than 200', async () => {
  let built = 0
  const selectBoth = prepared((orm, { value }: Slots<{ value: number }>, shape: { words: string }) => {
    built += 1
    return orm
      .select({ value: sql<number>`cast(${value} as integer)`, words: sql<string>`${shape.words}` })
      .from(sql`(select 1)`)
  })
  const read = (number: number, value: number) =>
    selectBoth(database.db, { value }, { words: `word ${number}` })
  const readAll = (value: number) => {
    for (let number = 0; number < MAX_SHAPES; number += 1) read(number, value)
  }

  expect(MAX_SHAPES).toBe(200)
  readAll(1)
  readAll(2)
  expect(built).toBe(200)

  // One more starts over.
  read(200, 1)
  expect(built).toBe(201)
  expect(await read(7, 3)).toEqual([{ value: 3, words: 'word 7' }])
  expect(await read(200, 4)).toEqual([{ value: 4, words: 'word 200' }])
  expect(built).toBe(202)
})
