import { type Client, createClient as createHttpClient, LibsqlError } from '@libsql/client/http'
import { createClient as createWebClient } from '@libsql/client/web'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../../local/libsql/server.ts'

let server: LibsqlServer

beforeEach(async () => {
  server = await startLibsql({ file: ':memory:' })
})

afterEach(() => server.close())

describe.each([
  ['@libsql/client/http', createHttpClient],
  ['@libsql/client/web', createWebClient],
])('transactions through %s', (_name, createClient) => {
  let client: Client

  beforeEach(async () => {
    client = createClient({ url: server.url, concurrency: 200 })
    await client.executeMultiple(`
      CREATE TABLE campaigns (id INTEGER PRIMARY KEY, budget INTEGER, committed INTEGER NOT NULL DEFAULT 0);
      INSERT INTO campaigns (id, budget) VALUES (1, 1000);
    `)
  })

  afterEach(() => client.close())

  const commit = (amount: number) => ({
    sql: 'UPDATE campaigns SET committed = committed + ? WHERE id = ? AND committed + ? <= budget',
    args: [amount, 1, amount],
  })

  async function committed(): Promise<unknown> {
    const { rows } = await client.execute('SELECT committed FROM campaigns WHERE id = 1')
    return rows[0]?.committed
  }

  test('committed changes are kept, rolled-back and dropped ones are not', async () => {
    const kept = await client.transaction('write')
    await kept.execute(commit(100))
    await kept.batch([commit(10), commit(1)])
    await kept.commit()
    expect(await committed()).toBe(111)

    const undone = await client.transaction('write')
    await undone.execute(commit(500))
    await undone.rollback()
    expect(await committed()).toBe(111)

    const dropped = await client.transaction('write')
    await dropped.execute(commit(500))
    dropped.close()
    await client.batch([commit(2)], 'write')
    expect(await committed()).toBe(113)
  })

  test('only the open transaction itself sees its writes', async () => {
    const transaction = await client.transaction('write')
    await transaction.execute(commit(100))
    const own = await transaction.execute('SELECT committed FROM campaigns')
    expect(own.rows).toMatchObject([{ committed: 100 }])
    expect(await committed()).toBe(0)
    await transaction.commit()
    expect(await committed()).toBe(100)
  })

  test('a reading transaction keeps its snapshot while others write', async () => {
    const reading = await client.transaction('read')
    await reading.execute('SELECT committed FROM campaigns')
    await client.execute(commit(100))
    const { rows } = await reading.execute('SELECT committed FROM campaigns')
    expect(rows).toMatchObject([{ committed: 0 }])
    await reading.commit()
  })

  test('a failed statement leaves its transaction open', async () => {
    const transaction = await client.transaction('write')
    await transaction.execute(commit(100))
    const failing = transaction.execute('INSERT INTO campaigns (id) VALUES (1)')
    await expect(failing).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' })
    await transaction.commit()
    expect(await committed()).toBe(100)
  })

  test('executeMultiple runs within the transaction', async () => {
    const transaction = await client.transaction('write')
    await transaction.executeMultiple(
      'UPDATE campaigns SET committed = 1; UPDATE campaigns SET committed = 2',
    )
    await transaction.rollback()
    expect(await committed()).toBe(0)
  })

  test('a second writer waits for the first', async () => {
    const first = await client.transaction('write')
    await first.execute(commit(600))

    const second = await client.transaction('write')
    let over = false
    const waiting = second.execute(commit(600)).then((result) => {
      over = true
      return result
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(over).toBe(false)

    await first.commit()
    expect((await waiting).rowsAffected).toBe(0)
    await second.commit()
    expect(await committed()).toBe(600)
  })

  test('a deferred batch waits too, but a stale snapshot fails', async () => {
    const stale = await client.transaction('deferred')
    await stale.execute('SELECT committed FROM campaigns')

    const writing = await client.transaction('write')
    await writing.execute(commit(100))
    const waiting = client.batch([commit(10)], 'deferred')
    await expect(stale.execute(commit(1))).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
    await writing.commit()

    await waiting
    await expect(stale.execute(commit(1))).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
    stale.close()
    expect(await committed()).toBe(110)
  })

  test('100 parallel requests each get their own response', async () => {
    const numbers = Array.from({ length: 100 }, (_, index) => index)
    const answers = await Promise.all(
      numbers.map((number) => client.execute({ sql: 'SELECT ? AS number', args: [BigInt(number)] })),
    )
    expect(answers.map(({ rows }) => rows[0]?.number)).toEqual(numbers)
  })

  test('50 parallel write batches never overspend a budget', async () => {
    const spend = () => untilNotBusy(() => client.batch([commit(30)], 'write'))
    const results = await Promise.all(Array.from({ length: 50 }, spend))
    expect(results.filter(([result]) => result?.rowsAffected === 1)).toHaveLength(33)
    expect(await committed()).toBe(990)
  })

  test('30 parallel transactions that read before they write lose no update', async () => {
    const raise = () => untilNotBusy(() => client.batch([commit(1)], 'write'))
    const readAndRaise = async () => {
      const transaction = await client.transaction('write')
      const { rows } = await transaction.execute('SELECT committed FROM campaigns')
      await transaction.execute({
        sql: 'UPDATE campaigns SET committed = ?',
        args: [Number(rows[0]?.committed) + 1],
      })
      await transaction.commit()
    }
    const writers = Array.from({ length: 30 }, () => [raise(), untilNotBusy(readAndRaise)])
    await Promise.all(writers.flat())
    expect(await committed()).toBe(60)
  })
})

/** Tries again when refused: on a busy machine, so many writers may wait for more than the 5 s that are allowed. */
async function untilNotBusy<Result>(write: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await write()
    } catch (error) {
      if (!(error instanceof LibsqlError && error.code === 'SQLITE_BUSY')) throw error
    }
  }
}
