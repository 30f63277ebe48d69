import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { day, hour, minute, start, useStandIn } from './stand-in.ts'

const world = useStandIn()

/** The text of the rows of a table, by its caption. */
async function rows(caption: string, path = '/'): Promise<string[]> {
  const { document } = parseHTML(await world.page(path))
  const table = document.querySelector(`[aria-label="${caption}"] tbody`)
  return [...(table?.querySelectorAll('tr') ?? [])].map((row) => row.textContent.replace(/\s+/g, ' ').trim())
}

describe('the page', () => {
  it('says that there is nothing yet', async () => {
    const page = await world.page('/')
    for (const text of ['No schedules yet.', 'No messages are waiting.', 'Nothing has been delivered yet.']) {
      expect(page).toContain(text)
    }
  })

  it('runs a schedule now, whatever its next run is', async () => {
    const { client, target, received } = world
    await client.schedules.create({
      scheduleId: 'daily reminders',
      cron: '0 17 * * *',
      destination: `${target}/jobs`,
    })
    expect(await rows('Schedules')).toEqual([
      `daily reminders${target}/jobs 0 17 * * * – 22 Nov 2026, 17:00:00 Run now Pause`,
    ])
    const answer = await world.press('/schedules/daily%20reminders/runs')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    await world.wait(0)
    expect(received).toHaveLength(1)
    expect(received[0]?.headers.get('upstash-schedule-id')).toBe('daily reminders')
    expect(await rows('Schedules')).toEqual([
      `daily reminders${target}/jobs 0 17 * * * 22 Nov 2026, 09:00:00 22 Nov 2026, 17:00:00 Run now Pause`,
    ])
    expect(await rows('Deliveries')).toEqual([
      `daily reminders ${target}/jobs 22 Nov 2026, 09:00:00 200 thanks –`,
    ])
  })

  it('pauses and resumes a schedule', async () => {
    const { client, target } = world
    await client.schedules.create({ scheduleId: 's', cron: '0 * * * *', destination: target })
    await world.press('/schedules/s/pause')
    expect((await rows('Schedules'))[0]).toContain('Paused Run now Resume')
    await world.wait(day)
    expect(world.received).toEqual([])
    await world.press('/schedules/s/resumption')
    await world.wait(hour)
    expect(world.received).toHaveLength(1)
  })

  it('shows tries, waiting messages and dead letters, which can be tried again', async () => {
    const { client, target } = world
    world.respond(() => new Response('<b>broken</b>', { status: 500 }))
    await client.publish({ url: `${target}/a`, body: 'x', retries: 1 })
    await world.wait(0)
    expect((await rows('Waiting messages'))[0]).toMatch(/\/a 22 Nov 2026, 09:00:12 1 of 2$/)
    expect((await rows('Deliveries'))[0]).toMatch(/500 <b>broken<\/b> 22 Nov 2026, 09:00:12$/)
    expect(await world.page('/')).not.toContain('<b>broken')

    await world.wait(hour)
    expect((await rows('Dead letters'))[0]).toMatch(/22 Nov 2026, 10:00:00 500 <b>broken<\/b> Try again$/)
    world.respond(() => new Response())
    const { document } = parseHTML(await world.page('/'))
    const form = document.querySelector('[aria-label="Dead letters"] form')
    expect((await world.press(form?.getAttribute('action') ?? '')).status).toBe(303)
    await world.wait(0)
    expect(await rows('Dead letters')).toEqual([])
    expect((await rows('Deliveries'))[0]).toMatch(/\/a 22 Nov 2026, 10:00:00 200 –$/)
  })

  it('tries all dead letters again, or those of one schedule', async () => {
    const { client, target, received } = world
    world.respond(() => new Response(null, { status: 500 }))
    await client.schedules.create({ scheduleId: 's', cron: '* * * * *', destination: target, retries: 0 })
    await world.wait(minute)
    await world.wait(minute)
    await client.schedules.delete('s')
    for (const path of ['/a', '/b']) await client.publish({ url: target + path, retries: 0 })
    await world.wait(0)
    expect(await rows('Dead letters')).toHaveLength(4)

    world.respond(() => new Response())
    received.length = 0
    const retryAll = async (page: string) => {
      const { document } = parseHTML(await world.page(page))
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Try all again',
      )
      await world.press(button?.closest('form')?.getAttribute('action') ?? '')
      await world.wait(0)
    }
    await retryAll('/?schedule=s')
    expect(received.map(({ path }) => path)).toEqual(['/', '/'])
    await retryAll('/')
    expect(received.map(({ path }) => path)).toEqual(['/', '/', '/a', '/b'])
    expect(await rows('Dead letters')).toEqual([])
  })

  it('shows the messages of one schedule', async () => {
    const { client, target } = world
    for (const scheduleId of ['sweep', 'reports & more']) {
      await client.schedules.create({ scheduleId, cron: '0 * * * *', destination: target })
    }
    await world.wait(hour)
    expect(await rows('Deliveries')).toHaveLength(2)
    const { document } = parseHTML(await world.page('/'))
    const [, link] = document.querySelectorAll('[aria-label="Schedules"] th a')
    const path = link?.getAttribute('href') ?? ''
    expect(await rows('Schedules', path)).toEqual([expect.stringContaining('reports & more')])
    expect(await rows('Deliveries', path)).toEqual([expect.stringContaining('reports & more')])
  })

  it('shows one message with its headers, its body and its history', async () => {
    const { client, target } = world
    const { messageId } = await client.publish({
      url: target,
      body: '{"a":1}',
      headers: { 'X-A': 'b' },
      label: 'x',
    })
    await world.wait(0)
    const page = await world.page(`/messages/${messageId}`)
    expect(page).toContain('<dt>X-A</dt><dd>b</dd>')
    expect(page).toContain('{&quot;a&quot;:1}')
    expect((await rows('History', `/messages/${messageId}`)).map((row) => row.split(', ')[1])).toEqual([
      '09:00:00 Accepted – –',
      '09:00:00 Sent – –',
      '09:00:00 Delivered 200 thanks –',
    ])
    expect(await world.page('/messages/none')).toContain('Nothing is known about this message anymore.')
  })

  it('moves the clock', async () => {
    const { client, target } = world
    await client.schedules.create({
      scheduleId: 'reports',
      cron: '0 8 1 * *',
      destination: `${target}/reports`,
    })
    expect(await world.page('/clock')).toContain('value="2026-12-01T20:00:00"')
    await world.press('/clock', { to: '2026-12-01T20:00' })
    expect(world.received[0]?.headers.get('parley-now')).toBe(`${Date.UTC(2026, 11, 1, 8)}`)
    expect(await world.page('/')).toMatch(/1 Dec 2026, 20:00:00<\/time> \(UTC\), because the clock was moved/)

    await world.press('/clock/reset')
    expect(await world.page('/')).toMatch(/22 Nov 2026, 09:00:00<\/time> \(UTC\)\./)
    expect(await client.schedules.get('reports')).toMatchObject({
      nextScheduleTime: Date.UTC(2026, 11, 1, 8),
    })
  })

  it.each(['', 'tomorrow', '2026-13-01T20:00'])('asks again for the moment "%s"', async (to) => {
    const answer = await world.press('/clock', { to })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Enter a date and a time.')
    expect(await world.page('/')).toContain(new Date(start).toISOString())
  })

  it('moves the clock only once at a time', async () => {
    let answer: (response: Response) => void = () => {}
    world.respond(() => new Promise((resolve) => (answer = resolve)))
    await world.client.publish({ url: world.target })
    const move = world.press('/clock', { to: '2026-12-01T20:00' })
    await expect.poll(() => world.received).toHaveLength(1)
    expect(await (await world.press('/clock', { to: '2026-12-02T20:00' })).text()).toContain(
      'already being moved',
    )
    expect(await world.page('/')).toContain('The clock is being moved to')
    answer(new Response())
    expect((await move).status).toBe(303)
  })

  it('refuses what other websites send, and allows nothing from elsewhere', async () => {
    const page = await fetch(world.qstash.url)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const headers = { Origin: 'https://evil.example' }
    expect((await fetch(`${world.qstash.url}/clock/reset`, { method: 'POST', headers })).status).toBe(403)
    for (const path of ['/base.css', '/qstash.css']) {
      expect((await fetch(world.qstash.url + path)).headers.get('content-type')).toContain('text/css')
    }
  })

  it('stops refreshing on request', async () => {
    expect(await world.page('/')).toContain('http-equiv="refresh"')
    expect(await world.page('/?refresh=off')).not.toContain('http-equiv="refresh"')
  })
})
