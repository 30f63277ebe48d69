import { Client } from '@upstash/qstash'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type QStashStandIn, startQStash } from '../../local/qstash/server.ts'
import { updateSchedules } from '../../local/schedules.ts'
import { jobNames, schedule } from '../../src/features/jobs/schedule.ts'

const SITE = 'http://localhost:8787'

let qstash: QStashStandIn
let client: Client
beforeEach(async () => {
  qstash = await startQStash({ timer: false })
  client = new Client({ baseUrl: qstash.url, token: qstash.token })
})
afterEach(() => qstash.close())

const stored = async () => {
  const all = await client.schedules.list()
  return all.map(({ scheduleId, cron, destination }) => ({ scheduleId, cron, destination }))
}
const wanted = jobNames.map((job) => ({
  scheduleId: `parley-${job}`,
  cron: schedule[job].cron,
  destination: `${SITE}/jobs/${job}`,
}))

describe('npm run schedules', () => {
  it('creates every schedule of the list, and then has nothing to do', async () => {
    const created = await updateSchedules(client, SITE)
    expect(created.map(({ kind, scheduleId }) => `${kind} ${scheduleId}`)).toEqual(
      jobNames.map((job) => `create parley-${job}`),
    )
    expect((await stored()).toSorted(byId)).toEqual(wanted.toSorted(byId))
    expect(await updateSchedules(client, SITE)).toEqual([])
  })

  it('changes what differs, removes what is gone, and leaves other schedules alone', async () => {
    await updateSchedules(client, SITE)
    const others = { destination: `${SITE}/elsewhere`, cron: '0 0 * * *' }
    await client.schedules.create({ ...others, scheduleId: 'not-ours' })
    await client.schedules.create({ ...others, scheduleId: 'parley-former-job' })
    await client.schedules.create({
      scheduleId: 'parley-sweep',
      destination: `${SITE}/jobs/sweep`,
      cron: '1 1 1 1 *',
    })

    const changes = await updateSchedules(client, SITE)
    expect(changes.map(({ kind, scheduleId }) => `${kind} ${scheduleId}`)).toEqual([
      'update parley-sweep',
      'remove parley-former-job',
    ])
    expect((await stored()).toSorted(byId)).toEqual(
      [{ scheduleId: 'not-ours', ...others }, ...wanted].toSorted(byId),
    )
  })

  it('follows the site to another address', async () => {
    await updateSchedules(client, SITE)
    const moved = await updateSchedules(client, 'http://127.0.0.1:9000')
    expect(moved.map(({ kind }) => kind)).toEqual(jobNames.map(() => 'update'))
  })

  it('only says what it would do with --dry-run', async () => {
    const changes = await updateSchedules(client, SITE, { isDryRun: true })
    expect(changes).toHaveLength(jobNames.length)
    expect(await stored()).toEqual([])
  })

  it('keeps a pause', async () => {
    await updateSchedules(client, SITE)
    await client.schedules.pause({ schedule: 'parley-deliver' })
    await updateSchedules(client, SITE)
    expect((await client.schedules.get('parley-deliver')).isPaused).toBe(true)
  })
})

function byId(a: { scheduleId: string }, b: { scheduleId: string }): number {
  return a.scheduleId.localeCompare(b.scheduleId)
}
