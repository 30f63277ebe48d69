import { describe, expect, it } from 'vitest'
import { day, hour, minute, second, start, useStandIn } from './stand-in.ts'

const world = useStandIn()

/** What was delivered, with the time that the app was told. */
const told = () =>
  world.received.map(({ path, headers }) => {
    const now = headers.get('parley-now')
    return `${now === null ? 'nothing' : new Date(Number(now)).toISOString().slice(0, 16)} ${path}`
  })

describe('moving the clock', () => {
  it('delivers everything that is due until then, in order, each at its own time', async () => {
    const { client, target } = world
    const schedule = (path: string, cron: string) =>
      client.schedules.create({ scheduleId: path.slice(1), cron, destination: target + path })
    await schedule('/reports', '0 8 1 * *')
    await schedule('/reminders', 'CRON_TZ=Europe/Berlin 0 17 * * *')
    await client.publish({ url: `${target}/export`, delay: '7d' })
    await client.schedules.pause({ schedule: (await schedule('/paused', '0 * * * *')).scheduleId })

    await world.qstash.moveTo(Date.UTC(2026, 11, 1, 9))
    expect(told()).toEqual([
      ...[22, 23, 24, 25, 26, 27, 28].map((date) => `2026-11-${date}T16:00 /reminders`),
      '2026-11-29T09:00 /export',
      ...[29, 30].map((date) => `2026-11-${date}T16:00 /reminders`),
      '2026-12-01T08:00 /reports',
    ])
    expect(await client.schedules.get('reports')).toMatchObject({
      lastScheduleTime: Date.UTC(2026, 11, 1, 8),
      nextScheduleTime: Date.UTC(2027, 0, 1, 8),
    })
  })

  it('goes on from there at the normal speed', async () => {
    await world.client.schedules.create({ cron: '0 * * * *', destination: world.target })
    await world.qstash.moveTo(start + 10 * day + 30 * minute)
    world.received.length = 0
    await world.wait(30 * minute)
    expect(told()).toEqual(['2026-12-02T10:00 /'])
  })

  it('tries again on the way what has failed', async () => {
    const answers = [500, 500, 200]
    world.respond(() => new Response(null, { status: answers.shift() ?? 200 }))
    await world.client.publish({ url: world.target })
    await world.qstash.moveTo(start + day)
    // The first try comes before the clock is moved.
    expect(told()).toEqual(['nothing /', '2026-11-22T09:00 /', '2026-11-22T09:02 /'])
  })

  it('delivers what the app publishes on the way', async () => {
    const { client, target } = world
    world.respond(async ({ path }) => {
      if (path === '/chunk/1') await client.publish({ url: `${target}/chunk/2` })
      if (path === '/chunk/2') await client.publish({ url: `${target}/later`, delay: '1h' })
      return new Response()
    })
    await client.schedules.create({ cron: '0 8 1 * *', destination: `${target}/chunk/1` })
    await world.qstash.moveTo(Date.UTC(2026, 11, 1, 12))
    expect(told()).toEqual([
      '2026-12-01T08:00 /chunk/1',
      '2026-12-01T08:00 /chunk/2',
      '2026-12-01T09:00 /later',
    ])
  })

  it('runs a schedule at most a hundred times: the last ones', async () => {
    await world.client.schedules.create({ cron: '* * * * *', destination: world.target })
    await world.qstash.moveTo(start + day)
    expect(world.received).toHaveLength(100)
    expect(told()[0]).toBe('2026-11-23T07:21 /')
    expect(told().at(-1)).toBe('2026-11-23T09:00 /')
  })

  it('back delivers nothing, and schedules go on from there', async () => {
    const { client, target, received } = world
    await client.schedules.create({ scheduleId: 's', cron: '0 8 1 * *', destination: target })
    await world.qstash.moveTo(Date.UTC(2027, 0, 2))
    expect(received).toHaveLength(2)
    await world.qstash.moveTo(start)
    await world.wait(0)
    expect(received).toHaveLength(2)
    expect(await client.schedules.get('s')).toMatchObject({ nextScheduleTime: Date.UTC(2026, 11, 1, 8) })
  })

  it('tells the app nothing about the time while the clock is right', async () => {
    await world.client.publish({ url: world.target })
    await world.wait(second)
    await world.qstash.moveTo(start + hour)
    await world.press('/clock/reset')
    await world.client.publish({ url: world.target })
    await world.wait(0)
    expect(world.received.map(({ headers }) => headers.get('parley-now'))).toEqual([null, null])
  })
})
