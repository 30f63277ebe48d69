import { describe, expect, it, vi } from 'vitest'
import { day, second, start, useStandIn } from './stand-in.ts'

const world = useStandIn()

const paths = () => world.received.map(({ path }) => path)

/** Holds every delivery until the test answers it. Returns what is being delivered. */
function hold() {
  const waiting = new Map<string, (response: Response) => void>()
  world.respond(({ path }) => new Promise((resolve) => waiting.set(path, resolve)))
  return {
    waiting,
    async answer(path: string) {
      await expect.poll(() => waiting.has(path)).toBe(true)
      waiting.get(path)?.(new Response())
      waiting.delete(path)
    },
  }
}

describe('queues', () => {
  it('are created, read, listed, paused and deleted', async () => {
    const queue = world.client.queue({ queueName: 'mails' })
    await queue.upsert({ parallelism: 2 })
    expect(await queue.get()).toEqual({
      name: 'mails',
      parallelism: 2,
      paused: false,
      lag: 0,
      createdAt: start,
      updatedAt: start,
    })
    await queue.pause()
    await queue.enqueueJSON({ url: world.target, body: {} })
    expect(await queue.get()).toMatchObject({ paused: true, lag: 1 })
    await queue.upsert({ paused: false })
    expect(await queue.list()).toMatchObject([{ name: 'mails', paused: false, parallelism: 1 }])
    await queue.delete()
    await world.wait(0)
    expect(world.received).toEqual([])
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await expect(queue.get()).rejects.toMatchObject({ status: 404 })
  })

  it('deliver in order, one after the other', async () => {
    const queue = world.client.queue({ queueName: 'mails' })
    for (const path of ['/1', '/2', '/3']) await queue.enqueue({ url: world.target + path })
    const { answer, waiting } = hold()
    const done = world.wait(0)
    for (const path of ['/1', '/2', '/3']) {
      await expect.poll(() => [...waiting.keys()]).toEqual([path])
      await answer(path)
    }
    await done
    expect(paths()).toEqual(['/1', '/2', '/3'])
    expect(world.received[0]?.headers.get('upstash-queue-name')).toBe('mails')
  })

  it('deliver as many at once as their parallelism says', async () => {
    const queue = world.client.queue({ queueName: 'mails' })
    await queue.upsert({ parallelism: 2 })
    for (const path of ['/1', '/2', '/3']) await queue.enqueue({ url: world.target + path })
    const { answer, waiting } = hold()
    const done = world.wait(0)
    await expect.poll(() => [...waiting.keys()].sort()).toEqual(['/1', '/2'])
    await answer('/2')
    await expect.poll(() => [...waiting.keys()].sort()).toEqual(['/1', '/3'])
    await answer('/1')
    await answer('/3')
    await done
  })

  it('wait for a message that has to be tried again, and go on when it is dead', async () => {
    world.respond(({ path }) => new Response(null, { status: path === '/1' ? 500 : 200 }))
    const queue = world.client.queue({ queueName: 'mails' })
    await queue.enqueue({ url: `${world.target}/1`, retries: 1 })
    await queue.enqueue({ url: `${world.target}/2` })
    await world.wait(0)
    await world.wait(12 * second)
    expect(paths()).toEqual(['/1'])
    await world.wait(second)
    expect(paths()).toEqual(['/1', '/1', '/2'])
  })

  it('keep their messages while paused', async () => {
    const queue = world.client.queue({ queueName: 'mails' })
    await queue.upsert({ paused: true })
    await queue.enqueue({ url: world.target })
    await world.wait(day)
    expect(world.received).toEqual([])
    await queue.resume()
    await world.wait(0)
    expect(world.received).toHaveLength(1)
  })
})

describe('flow control', () => {
  it('limits how many messages with a key are delivered at once', async () => {
    const flowControl = { key: 'api', parallelism: 1 }
    for (const path of ['/1', '/2']) await world.client.publish({ url: world.target + path, flowControl })
    await world.client.publish({ url: `${world.target}/other` })
    const { answer, waiting } = hold()
    const done = world.wait(0)
    await expect.poll(() => [...waiting.keys()].sort()).toEqual(['/1', '/other'])
    await answer('/1')
    await answer('/2')
    await answer('/other')
    await done
  })
})

describe('flow control by rate', () => {
  it('lets only so many messages with a key start within a period', async () => {
    const flowControl = { key: 'api', rate: 2, period: '1m' } as const
    for (const path of ['/1', '/2', '/3', '/4', '/5']) {
      await world.client.publish({ url: world.target + path, flowControl })
    }
    await world.client.publish({ url: `${world.target}/other` })
    await world.wait(0)
    expect(paths().sort()).toEqual(['/1', '/2', '/other'])
    await world.wait(59 * second)
    expect(paths()).toHaveLength(3)
    await world.wait(second)
    expect(paths().slice(3).sort()).toEqual(['/3', '/4'])
    await world.wait(60 * second)
    expect(paths().slice(5)).toEqual(['/5'])
  })
})

describe('URL groups', () => {
  it('are created, read, listed and deleted', async () => {
    const { client, target } = world
    const [a, b] = [
      { name: 'a', url: `${target}/a` },
      { name: 'b', url: `${target}/b` },
    ]
    await client.urlGroups.addEndpoints({ name: 'all', endpoints: [a, b] })
    await client.urlGroups.addEndpoints({ name: 'all', endpoints: [{ name: 'b', url: `${target}/new` }] })
    expect(await client.urlGroups.get('all')).toMatchObject({
      name: 'all',
      endpoints: [a, { name: 'b', url: `${target}/new` }],
    })
    await client.urlGroups.removeEndpoints({ name: 'all', endpoints: [{ name: 'b' }] })
    expect(await client.urlGroups.list()).toMatchObject([{ endpoints: [a] }])
    const published = await client.publish({ urlGroup: 'all', delay: 60 })
    expect(await client.messages.get(published[0]?.messageId ?? '')).toMatchObject({
      urlGroup: 'all',
      endpointName: 'a',
    })
    await client.urlGroups.delete('all')
    expect(await client.urlGroups.list()).toEqual([])
  })
})
