import { createClient } from '@libsql/client/http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../../local/libsql/server.ts'
import { close, execute, pipeline, post } from './raw.ts'

let server: LibsqlServer

beforeEach(async () => {
  server = await startLibsql({ file: ':memory:', bodyLimit: 10_000 })
})

afterEach(() => server.close())

test.each(['/v2', '/v3'])('%s confirms that the version is supported', async (path) => {
  expect((await fetch(server.url + path)).status).toBe(200)
})

test('Hrana 3 is served at its own path, protobuf is not', async () => {
  expect((await post(server.url, { requests: [execute('SELECT 1'), close] }, '/v3/pipeline')).status).toBe(
    200,
  )
  expect((await fetch(`${server.url}/v3-protobuf`)).status).toBe(404)
})

test.each([
  ['invalid JSON', '{"requests":'],
  ['no requests', {}],
  ['an unknown request', { requests: [{ type: 'dance' }] }],
  [
    'an integer beyond 64 bits',
    {
      requests: [
        {
          type: 'execute',
          stmt: { sql: 'SELECT ?', args: [{ type: 'integer', value: '9223372036854775808' }] },
        },
      ],
    },
  ],
  ['neither SQL nor an id', { requests: [{ type: 'execute', stmt: {} }] }],
])('%s is a bad request', async (_name, body) => {
  expect((await post(server.url, body)).status).toBe(400)
  expect((await pipeline(server.url, [execute('SELECT 1'), close])).results[0].type).toBe('ok')
})

test('a body over the limit is refused, with or without a Content-Length', async () => {
  const requests = [execute(`SELECT '${'x'.repeat(10_000)}'`), close]
  expect((await post(server.url, { requests })).status).toBe(413)

  const body = new Blob([JSON.stringify({ requests })]).stream()
  // Node needs `duplex` to send a stream. The types of Workers do not have it.
  const request = { method: 'POST', body, duplex: 'half' }
  const streamed = await fetch(`${server.url}/v2/pipeline`, request)
  expect(streamed.status).toBe(413)
})

test('a browser is refused, so no web page can write to the database', async () => {
  const body = JSON.stringify({ requests: [execute('CREATE TABLE planted (x)'), close] })
  const headers = { Origin: 'https://evil.example', 'Content-Type': 'text/plain' }
  const answer = await fetch(`${server.url}/v2/pipeline`, { method: 'POST', body, headers })
  expect(answer.status).toBe(403)
  const found = await pipeline(server.url, [
    execute("SELECT 1 FROM sqlite_schema WHERE name = 'planted'"),
    close,
  ])
  expect(found.results[0].response.result.rows).toEqual([])
})

test('pipelines are counted', async () => {
  const client = createClient({ url: server.url })
  await client.batch(['SELECT 1', 'SELECT 2'], 'read')
  expect(server.pipelines).toBe(1)
  await post(server.url, { baton: 'made up', requests: [] })
  expect(server.pipelines).toBe(1)
})

test('a server with a token requires it', async () => {
  const guarded = await startLibsql({ file: ':memory:', authToken: 'secret' })
  const ask = (authToken: string) => createClient({ url: guarded.url, authToken }).execute('SELECT 1 AS one')
  expect((await ask('secret')).rows).toMatchObject([{ one: 1 }])
  await expect(ask('guess')).rejects.toMatchObject({ code: 'SERVER_ERROR' })
  await guarded.close()
})

test('a port in use is reported with the error of the system', async () => {
  const port = Number(new URL(server.url).port)
  await expect(startLibsql({ file: ':memory:', port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
