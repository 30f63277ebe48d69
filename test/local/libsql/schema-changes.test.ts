import { createClient } from '@libsql/client/http'
import { expect, test } from 'vitest'
import { startLibsql } from '../../../local/libsql/server.ts'

test('every connection sees the schema change of another one', async () => {
  const server = await startLibsql({ file: ':memory:' })
  const client = createClient({ url: server.url })
  try {
    await client.execute('CREATE TABLE t (a)')
    await client.execute('INSERT INTO t VALUES (1)')
    // Many at once, to open many connections that have prepared the statement.
    const readAll = () =>
      Promise.all(Array.from({ length: 20 }, () => client.batch(['SELECT * FROM t'], 'read')))
    const columns = async () => (await readAll()).map(([result]) => result?.columns.join())
    expect(new Set(await columns())).toEqual(new Set(['a']))

    const open = await client.transaction('read')
    expect((await open.execute('SELECT * FROM t')).columns).toEqual(['a'])
    await client.batch(['ALTER TABLE t ADD COLUMN b', 'CREATE TABLE other (c)'], 'write')
    open.close()

    expect(new Set(await columns())).toEqual(new Set(['a,b']))
    await client.execute('ALTER TABLE t RENAME COLUMN a TO renamed')
    expect(new Set(await columns())).toEqual(new Set(['renamed,b']))
    expect((await client.execute('SELECT * FROM other')).rows).toEqual([])
  } finally {
    client.close()
    await server.close()
  }
})
