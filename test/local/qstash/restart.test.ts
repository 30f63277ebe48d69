import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startQStash } from '../../../local/qstash/server.ts'
import { hour, second, start, useStandIn } from './stand-in.ts'

const folder = await mkdtemp(join(tmpdir(), 'parley-qstash-'))
const options: { file?: string } = {}
const world = useStandIn(options)

afterAll(() => rm(folder, { recursive: true }))

/** Each test has its own file. The first server has opened none yet, so it is started again. */
async function useFile(name: string) {
  options.file = join(folder, name, 'qstash.db')
  await world.restart()
}

describe('after a restart', () => {
  it('everything is still there', async () => {
    await useFile('all')
    const { target } = world
    await world.client.schedules.create({
      scheduleId: 'sweep',
      cron: '0 * * * *',
      destination: `${target}/sweep`,
    })
    await world.client.queue({ queueName: 'mails' }).upsert({ parallelism: 3 })
    await world.client.urlGroups.addEndpoints({ name: 'all', endpoints: [{ url: `${target}/all` }] })
    const later = await world.client.publish({ url: `${target}/later`, delay: 60, body: 'x' })
    const once = () => world.client.publish({ url: `${target}/once`, deduplicationId: 'once', delay: 60 })
    await once()
    world.respond(() => new Response(null, { status: 500 }))
    const retried = await world.client.publish({ url: `${target}/retried` })
    await world.client.publish({ url: `${target}/dead`, retries: 0 })
    await world.wait(0)
    const before = {
      schedules: await world.client.schedules.list(),
      queues: await world.client.queue().list(),
      groups: await world.client.urlGroups.list(),
      dead: await world.client.dlq.listMessages(),
      logs: await world.client.logs(),
      later: await world.client.messages.get(later.messageId),
    }

    await world.restart()
    world.respond(() => new Response())
    expect({
      schedules: await world.client.schedules.list(),
      queues: await world.client.queue().list(),
      groups: await world.client.urlGroups.list(),
      dead: await world.client.dlq.listMessages(),
      logs: await world.client.logs(),
      later: await world.client.messages.get(later.messageId),
    }).toEqual(before)
    expect(await once()).toHaveProperty('deduplicated', true)

    world.received.length = 0
    await world.wait(13 * second)
    expect(world.received.map(({ path }) => path)).toEqual(['/retried'])
    expect(world.received[0]?.headers.get('upstash-message-id')).toBe(retried.messageId)
    expect(world.received[0]?.headers.get('upstash-retried')).toBe('1')
    await world.wait(hour)
    expect(world.received.map(({ path }) => path).sort()).toEqual(['/later', '/once', '/retried', '/sweep'])
  })

  it('the clock stays moved', async () => {
    await useFile('clock')
    await world.qstash.moveTo(start + 48 * hour)
    expect(world.qstash.details).toBe('')
    await world.restart()
    expect(world.qstash.details).toBe('its clock was moved to Tue, 24 Nov 2026 09:00:00 GMT')
    await world.client.publish({ url: world.target })
    await world.wait(0)
    expect(world.received[0]?.headers.get('parley-now')).toBe(`${start + 48 * hour}`)
  })

  it('what was on its way is delivered again', async () => {
    await useFile('on its way')
    const { messageId } = await world.client.publish({ url: world.target })
    world.respond(() => new Promise(() => {}))
    const delivery = world.qstash.deliverDue()
    await expect.poll(() => world.received).toHaveLength(1)
    await world.restart()
    await delivery
    world.respond(() => new Response())
    await world.wait(0)
    const ids = world.received.map(({ headers }) => headers.get('upstash-message-id'))
    expect(ids).toEqual([messageId, messageId])
    await world.wait(hour)
    expect(world.received).toHaveLength(2)
  })

  it('that is also so if the server was killed during a delivery', async () => {
    await useFile('killed')
    const { messageId } = await world.client.publish({ url: world.target })
    let answer: (response: Response) => void = () => {}
    world.respond(() => new Promise((resolve) => (answer = resolve)))
    const delivery = world.qstash.deliverDue()
    await expect.poll(() => world.received).toHaveLength(1)

    // The files at this moment are what a killed server leaves behind.
    const copy = join(folder, 'copy')
    await cp(join(folder, 'killed'), copy, { recursive: true })
    answer(new Response())
    await delivery
    world.respond(() => new Response())
    const second = await startQStash({ file: join(copy, 'qstash.db'), now: () => start, timer: false })
    await second.deliverDue()
    await second.close()
    const ids = world.received.map(({ headers }) => headers.get('upstash-message-id'))
    expect(ids).toEqual([messageId, messageId])
  })
})
