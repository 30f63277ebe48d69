import { describe, expect, it } from 'vitest'
import { nextRun } from '../../../local/qstash/headers/cron.ts'
import { day, hour, minute, second, start, useStandIn } from './stand-in.ts'

const world = useStandIn()

const paths = () => world.received.map(({ path }) => path)
const times = () => world.received.map(({ at }) => new Date(at).toISOString())

describe('schedules', () => {
  it('are created, read, listed and deleted', async () => {
    const { client, target } = world
    const { scheduleId } = await client.schedules.create({
      destination: `${target}/jobs/sweep`,
      cron: ' */5 * * * * ',
      body: '{"a":1}',
      method: 'PUT',
      retries: 2,
      delay: 10,
      timeout: 30,
      label: ['jobs', 'sweep'],
      headers: { 'X-Kind': 'sweep' },
      callback: `${target}/callback`,
      failureCallback: `${target}/failure`,
      queueName: 'jobs',
      retryDelay: '1000 * retried',
      flowControl: { key: 'jobs', parallelism: 3, rate: 5, period: '1m' },
    })
    expect(scheduleId).toMatch(/^scd_/)
    const schedule = await client.schedules.get(scheduleId)
    expect(schedule).toMatchObject({
      scheduleId,
      cron: '*/5 * * * *',
      destination: `${target}/jobs/sweep`,
      body: '{"a":1}',
      method: 'PUT',
      retries: 2,
      delay: 10,
      label: 'jobs',
      labels: ['jobs', 'sweep'],
      header: { 'X-Kind': ['sweep'], 'Content-Type': ['application/json'] },
      callback: `${target}/callback`,
      failureCallback: `${target}/failure`,
      queueName: 'jobs',
      retryDelayExpression: '1000 * retried',
      flowControlKey: 'jobs',
      parallelism: 3,
      rate: 5,
      period: 60,
      isPaused: false,
      createdAt: start,
      nextScheduleTime: start + 5 * minute,
    })
    expect(await client.schedules.list()).toEqual([schedule])

    await client.schedules.delete(scheduleId)
    expect(await client.schedules.list()).toEqual([])
  })

  it('are 404 if they do not exist', async () => {
    const request = (method: string, path: string) =>
      fetch(world.qstash.url + path, { method, headers: { Authorization: 'Bearer local' } })
    for (const [method, path] of [
      ['GET', '/v2/schedules/none'],
      ['DELETE', '/v2/schedules/none'],
      ['PATCH', '/v2/schedules/none/pause'],
    ] as const) {
      const answer = await request(method, path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.json()).toEqual({ error: 'schedule none not found' })
    }
  })

  it('are replaced by id, and stay paused', async () => {
    const { client, target } = world
    const save = (cron: string, path: string) =>
      client.schedules.create({ scheduleId: 'sweep', cron, destination: target + path, body: path })
    expect(await save('0 * * * *', '/a')).toEqual({ scheduleId: 'sweep' })
    await client.schedules.pause({ schedule: 'sweep' })
    await save('30 * * * *', '/b')
    const all = await client.schedules.list()
    expect(all).toMatchObject([
      { scheduleId: 'sweep', cron: '30 * * * *', destination: `${target}/b`, body: '/b', isPaused: true },
    ])
    expect(all[0]?.nextScheduleTime).toBe(start + 30 * minute)
  })

  it('deliver at their times, with their id, until they are deleted', async () => {
    const { client, target, received } = world
    await client.schedules.create({
      scheduleId: 'sweep',
      cron: '*/30 * * * *',
      destination: target,
      body: 'go',
    })
    for (let step = 0; step < 13; step += 1) await world.wait(5 * minute)
    expect(times()).toEqual(['2026-11-22T09:30:00.000Z', '2026-11-22T10:00:00.000Z'])
    expect(received[0]).toMatchObject({ body: 'go', method: 'POST' })
    expect(received[0]?.headers.get('upstash-schedule-id')).toBe('sweep')
    const schedule = await client.schedules.get('sweep')
    expect(schedule).toMatchObject({
      lastScheduleTime: start + hour,
      nextScheduleTime: start + 90 * minute,
      lastScheduleStates: { [received[1]?.headers.get('upstash-message-id') ?? '']: 'SUCCESS' },
    })

    await client.schedules.delete('sweep')
    await world.wait(day)
    expect(received).toHaveLength(2)
  })

  it('make up for missed runs by a single one', async () => {
    await world.client.schedules.create({ cron: '* * * * *', destination: world.target })
    await world.wait(hour + second)
    expect(world.received).toHaveLength(1)
    await world.wait(minute)
    expect(world.received).toHaveLength(2)
  })

  it('do not run while paused, and make up for nothing afterwards', async () => {
    const { client, target, received } = world
    const { scheduleId } = await client.schedules.create({ cron: '0 * * * *', destination: target })
    await client.schedules.pause({ schedule: scheduleId })
    expect(await client.schedules.get(scheduleId)).toMatchObject({ isPaused: true })
    await world.wait(150 * minute)
    await client.schedules.resume({ schedule: scheduleId })
    await world.wait(0)
    expect(received).toEqual([])
    await world.wait(30 * minute)
    expect(times()).toEqual(['2026-11-22T12:00:00.000Z'])
  })

  it('deliver to URL groups, delayed, and through queues', async () => {
    const { client, target } = world
    await client.urlGroups.addEndpoints({
      name: 'all',
      endpoints: [{ url: `${target}/a` }, { url: `${target}/b` }],
    })
    await client.schedules.create({ cron: '0 * * * *', destination: 'all', delay: '5m', queueName: 'slow' })
    await world.wait(hour)
    expect(paths()).toEqual([])
    await world.wait(5 * minute)
    expect(paths()).toEqual(['/a', '/b'])
  })

  it('can also be made by publishing with a cron header', async () => {
    const answer = await fetch(`${world.qstash.url}/v2/publish/${world.target}`, {
      method: 'POST',
      headers: { Authorization: 'Bearer local', 'Upstash-Cron': '0 * * * *' },
    })
    const { scheduleId } = await answer.json()
    expect(await world.client.schedules.get(scheduleId)).toMatchObject({ cron: '0 * * * *' })
  })
})

describe('cron expressions', () => {
  it.each([
    ['six fields', '0 0 * * * *', 'exactly 5 parts'],
    ['a year', '0 0 1 1 * 2030', 'exactly 5 parts'],
    ['nothing', '', 'empty spec string'],
    ['words', 'every day at noon', 'invalid cron expression "every day at noon"'],
    ['the last day', '0 0 L * *', 'L, W, # and + are not supported'],
    ['the second Friday', '0 0 * * 5#2', 'L, W, # and + are not supported'],
    ['a seventh day', '0 0 * * 1-7', 'Sunday is 0, not 7'],
    ['a minute that does not exist', '60 * * * *', 'Invalid value for minute'],
    ['an unknown zone', 'CRON_TZ=Mars/Base 0 8 * * *', 'Mars/Base'],
  ])('with %s are refused', async (_, cron, reason) => {
    const answer = await fetch(`${world.qstash.url}/v2/schedules/${world.target}`, {
      method: 'POST',
      headers: { Authorization: 'Bearer local', 'Upstash-Cron': cron },
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ error: expect.stringContaining(reason) })
  })

  const runs = (cron: string, from: string, count: number) => {
    const found: string[] = []
    let after = Date.parse(from)
    for (let index = 0; index < count; index += 1) {
      after = nextRun(cron, after) ?? Number.NaN
      found.push(new Date(after).toISOString().slice(0, 16))
    }
    return found
  }

  it('are in UTC', () => {
    expect(runs('0 17 * * *', '2026-10-24T18:00Z', 2)).toEqual(['2026-10-25T17:00', '2026-10-26T17:00'])
  })

  it('know names, ranges, steps and nicknames', () => {
    expect(runs('*/20 7-8 17 JUL,DEC *', '2026-11-22T09:00Z', 2)).toEqual([
      '2026-12-17T07:00',
      '2026-12-17T07:20',
    ])
    expect(runs('0 0 * * MON-WED/2', '2026-11-22T09:00Z', 3)).toEqual([
      '2026-11-23T00:00',
      '2026-11-25T00:00',
      '2026-11-30T00:00',
    ])
    expect(runs('CRON_TZ=Europe/Berlin @monthly', '2026-11-22T09:00Z', 1)).toEqual(['2026-11-30T23:00'])
  })

  it('keep the hour of their zone when its clock goes back', () => {
    const cron = 'CRON_TZ=Europe/Berlin 0 17 * * *'
    expect(runs(cron, '2026-10-23T16:00Z', 3)).toEqual([
      '2026-10-24T15:00',
      '2026-10-25T16:00',
      '2026-10-26T16:00',
    ])
  })

  it('keep the hour of their zone when its clock goes forward', () => {
    const cron = 'CRON_TZ=America/New_York 30 8 * * *'
    expect(runs(cron, '2027-03-12T14:00Z', 3)).toEqual([
      '2027-03-13T13:30',
      '2027-03-14T12:30',
      '2027-03-15T12:30',
    ])
  })

  it('run once in an hour that comes twice, and in one that is skipped', () => {
    const cron = 'CRON_TZ=Europe/Berlin 30 2 * * *'
    expect(runs(cron, '2026-10-24T12:00Z', 2)).toEqual(['2026-10-25T00:30', '2026-10-26T01:30'])
    expect(runs(cron, '2027-03-27T12:00Z', 2)).toEqual(['2027-03-28T01:00', '2027-03-29T00:30'])
  })

  it('know zones with half hours, and the 1st in each of them', () => {
    expect(runs('CRON_TZ=Asia/Kolkata 0 8 1 * *', '2026-11-22T09:00Z', 2)).toEqual([
      '2026-12-01T02:30',
      '2027-01-01T02:30',
    ])
    expect(runs('CRON_TZ=Pacific/Kiritimati 0 8 1 * *', '2026-11-22T09:00Z', 1)).toEqual(['2026-11-30T18:00'])
  })

  it('that never match are accepted and never run', async () => {
    const { scheduleId } = await world.client.schedules.create({
      cron: '0 0 31 2 *',
      destination: world.target,
    })
    expect(await world.client.schedules.get(scheduleId)).not.toHaveProperty('nextScheduleTime')
    await world.wait(400 * day)
    expect(world.received).toEqual([])
  })
})
