import { Client } from '@upstash/qstash'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { startQStash } from '../../../local/qstash/server.ts'
import { listen } from '../../../local/servers/listen.ts'

const running: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

describe('by itself', () => {
  it.each([
    ['', Date.now],
    [', also if time passes while it looks', slowClock()],
  ])('delivers at once, and tries again after the shortened back-off%s', async (_, now) => {
    const tries: (string | undefined)[] = []
    const app = new Hono().post('/', (c) => {
      tries.push(c.req.header('Upstash-Retried'))
      return c.body(null, tries.length < 3 ? 500 : 200)
    })
    const target = await listen(app)
    const qstash = await startQStash({ backOffFactor: 0.001, now })
    running.push(qstash, target)
    const client = new Client({ baseUrl: qstash.url, token: qstash.token })
    await client.publish({ url: `${target.url}/` })
    await expect.poll(() => tries).toEqual(['0', '1', '2'])
  })

  it('delivers nothing after it is told to stop, but still takes messages', async () => {
    const bodies: string[] = []
    const app = new Hono().post('/', async (c) => {
      bodies.push(await c.req.text())
      return c.body(null)
    })
    const target = await listen(app)
    const qstash = await startQStash()
    running.push(qstash, target)
    const client = new Client({ baseUrl: qstash.url, token: qstash.token })
    await client.publish({ url: `${target.url}/`, body: 'before' })
    await expect.poll(() => bodies).toEqual(['before'])
    qstash.stopDelivering()
    const { messageId } = await client.publish({ url: `${target.url}/`, body: 'after' })
    await qstash.deliverDue()
    expect(bodies).toEqual(['before'])
    expect(await client.messages.get(messageId)).toMatchObject({ body: 'after' })
  })
})

/** The first retry is due between two looks at this clock, as it may be on a busy machine. */
function slowClock(): () => number {
  let looks = 0
  return () => {
    looks += 1
    return Date.now() + 3 * looks
  }
}
