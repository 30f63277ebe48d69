import { Agent, get, type IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { startLibsql } from '../../../local/libsql/server.ts'
import { startMail } from '../../../local/mail/server.ts'
import { startQStash } from '../../../local/qstash/server.ts'
import { startRedis } from '../../../local/redis/server.ts'

test.each([
  ['database', () => startLibsql({ file: ':memory:' })],
  ['mail', () => startMail()],
  ['Redis', () => startRedis({ redisUrl: '' })],
  ['QStash', () => startQStash()],
])('an unused connection to the local %s stays open for two minutes', async (_, start) => {
  const server = await start()
  const { headers } = await getKeptAlive(server.url)
  await server.close()
  expect(headers['keep-alive']).toBe('timeout=120')
})

/** The tests' `fetch` asks the server to close the connection. */
function getKeptAlive(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { agent: new Agent({ keepAlive: true }) }, (response) => resolve(response.resume())).on(
      'error',
      reject,
    )
  })
}
