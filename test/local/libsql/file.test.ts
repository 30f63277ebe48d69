import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client/http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startLibsql } from '../../../local/libsql/server.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-test-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('data is kept in the file, and its folder is created', async () => {
  const file = join(folder, 'new', 'parley.db')
  const before = await startLibsql({ file })
  await createClient({ url: before.url }).executeMultiple('CREATE TABLE t (x); INSERT INTO t VALUES (1)')
  await before.close()

  const copy = join(folder, 'copy.db')
  await copyFile(file, copy)
  const after = await startLibsql({ file: copy })
  expect((await createClient({ url: after.url }).execute('SELECT x FROM t')).rows).toMatchObject([{ x: 1 }])
  await after.close()
})

test('closing rolls back open transactions and refuses waiting ones', async () => {
  const file = join(folder, 'parley.db')
  const before = await startLibsql({ file })
  const client = createClient({ url: before.url })
  await client.execute('CREATE TABLE t (x)')
  const transaction = await client.transaction('write')
  await transaction.execute('INSERT INTO t VALUES (1)')
  const waiting = client.batch(['INSERT INTO t VALUES (2)'], 'write').then(
    () => 'written',
    () => 'refused',
  )
  await new Promise((resolve) => setTimeout(resolve, 50))
  await before.close()
  expect(await waiting).toBe('refused')

  const after = await startLibsql({ file })
  expect((await createClient({ url: after.url }).execute('SELECT * FROM t')).rows).toEqual([])
  await after.close()
})
