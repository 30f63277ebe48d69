import { createClient as createHttpClient } from '@libsql/client/http'
import { createClient as createWebClient } from '@libsql/client/web'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../../local/libsql/server.ts'

let server: LibsqlServer

beforeAll(async () => {
  server = await startLibsql({ file: ':memory:' })
})

afterAll(() => server.close())

describe.each([
  ['@libsql/client/http', createHttpClient],
  ['@libsql/client/web', createWebClient],
])('values through %s', (_name, createClient) => {
  const open = () => createClient({ url: server.url, intMode: 'bigint' })

  async function echo(value: bigint | number | string | boolean | Uint8Array | null) {
    const { rows } = await open().execute({ sql: 'SELECT ?1 AS value, typeof(?1) AS type', args: [value] })
    return { value: rows[0]?.value, type: rows[0]?.type }
  }

  test('values of every type survive the round trip', async () => {
    expect(await echo(null)).toEqual({ value: null, type: 'null' })
    expect(await echo(42n)).toEqual({ value: 42n, type: 'integer' })
    expect(await echo(1.5)).toEqual({ value: 1.5, type: 'real' })
    expect(await echo('Grüße 🎈 "quoted" \\ \n')).toEqual({ value: 'Grüße 🎈 "quoted" \\ \n', type: 'text' })
    expect(await echo('')).toEqual({ value: '', type: 'text' })
    expect(await echo(true)).toEqual({ value: 1n, type: 'integer' })
  })

  test('64-bit integers stay exact', async () => {
    for (const integer of [2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)]) {
      expect(await echo(integer)).toEqual({ value: integer, type: 'integer' })
    }
  })

  test('a JavaScript number is stored as a float, even if whole', async () => {
    expect(await echo(2)).toEqual({ value: 2, type: 'real' })
    const { rows } = await open().execute('SELECT 2 AS integer, 2.0 AS float')
    expect(rows[0]).toMatchObject({ integer: 2n, float: 2 })
  })

  test('blobs survive byte for byte, even empty ones', async () => {
    for (const bytes of [new Uint8Array(256).map((_, index) => index), new Uint8Array()]) {
      const { value, type } = await echo(bytes)
      expect(type).toBe('blob')
      expect(value).toBeInstanceOf(ArrayBuffer)
      expect([...new Uint8Array(value instanceof ArrayBuffer ? value : [-1])]).toEqual([...bytes])
    }
  })

  test('NaN and infinity do not reach the server', async () => {
    const before = server.pipelines
    await expect(echo(Number.NaN)).rejects.toThrow(RangeError)
    await expect(echo(Number.POSITIVE_INFINITY)).rejects.toThrow(RangeError)
    expect(server.pipelines).toBe(before)
  })

  test('any combination of values survives the round trip', async () => {
    const text = fc.string({ unit: 'grapheme' }).filter((words) => !words.includes('\0'))
    const float = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((number) => !Object.is(number, -0))
    const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    const client = open()

    await fc.assert(
      fc.asyncProperty(fc.tuple(text, float, integer), async (args) => {
        const { rows } = await client.execute({ sql: 'SELECT ? AS text, ? AS float, ? AS integer', args })
        expect(rows[0]).toMatchObject({ text: args[0], float: args[1], integer: args[2] })
      }),
    )
  })

  test('arguments can be given by position, number and name', async () => {
    const one = async (sql: string, args: Record<string, string> | string[]) => {
      const { rows } = await open().execute({ sql, args })
      return rows[0]?.it
    }
    expect(await one("SELECT ? || ? || '?' AS it", ['a', 'b'])).toBe('ab?')
    expect(await one('SELECT ?2 || ?1 || ?2 AS it', ['a', 'b'])).toBe('bab')
    expect(await one('SELECT :x || @y || $z || :x AS it', { x: 'a', '@y': 'b', z: 'c' })).toBe('abca')
  })

  test('missing and extra arguments are refused', async () => {
    const run = (sql: string, args: string[]) => open().execute({ sql, args })
    await expect(run('SELECT ?, ?', ['a'])).rejects.toMatchObject({ code: 'ARGS_INVALID' })
    await expect(run('SELECT ?', ['a', 'b'])).rejects.toMatchObject({ code: 'ARGS_INVALID' })
    await expect(run('SELECT :name', ['a'])).rejects.toMatchObject({ code: 'ARGS_INVALID' })
  })

  test('columns have names and declared types', async () => {
    await open().executeMultiple('CREATE TABLE IF NOT EXISTS typed (id INTEGER PRIMARY KEY, word VARCHAR(9))')
    const { columns, columnTypes } = await open().execute(
      'SELECT word, id AS number, 1 + 1 AS sum FROM typed',
    )
    expect(columns).toEqual(['word', 'number', 'sum'])
    expect(columnTypes).toEqual(['VARCHAR(9)', 'INTEGER', ''])
  })
})
