import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../../local/servers/listen.ts'
import { type App, startApp } from '../../support/app.ts'
import { eventually } from '../../support/eventually.ts'
import { makePerson, makeSession, type Person } from '../../support/people.ts'
import type { Visitor } from '../../support/visitor.ts'
import { clockVars, postJob } from '../jobs/signed-post.ts'
import { addRequests, expectBrokenOff, parseRows } from './setup.ts'

const DAY = 86_400_000
const LIST = '/ad-requests?listing=agreed'

let app: App
let influencer: Person
let owner: Person
let queue: Listening
/** The URLs of the messages that QStash has taken. */
const published: string[] = []
beforeAll(async () => {
  queue = await listen({
    async fetch({ url }) {
      published.push(decodeURIComponent(url))
      return Response.json({ messageId: 'msg_1' })
    },
  })
  app = await startApp({ ...clockVars, QSTASH_URL: queue.url })
  influencer = await makePerson(app, 'influencer')
})
afterAll(async () => {
  await app.close()
  await queue.close()
})
beforeEach(async () => {
  owner = await makePerson(app, 'sponsor', { display_name: 'Fjell "& Skog", AB' })
})

/** Asks for the agreed requests by e-mail, from the list. */
async function ask(person = owner): Promise<void> {
  await person.browser.get(LIST)
  await person.browser.submit('E-mail me a link')
}

/** Runs the job until nothing is left, as QStash does. Returns how many messages that took. */
async function runJob(at = Date.now()): Promise<number> {
  let cursor: string | null = null
  for (let messages = 1; ; messages += 1) {
    const response = await postJob(app.url, '/jobs/exports', { body: JSON.stringify({ at, cursor }) })
    const result: unknown = await response.json()
    cursor = Object(result).cursor
    if (cursor === null) return messages
  }
}

async function rowsOf(person = owner) {
  const { rows } = await app.db.execute({
    sql: 'select * from exports where user_id = ? order by id',
    args: [person.id],
  })
  return rows
}

/** The path of the link in the e-mail. */
async function linkTo(person = owner): Promise<string> {
  const { rows } = await app.db.execute({
    sql: "select path, body ->> '$.action.query.token' as token from outbox where user_id = ? and kind = 'export_ready'",
    args: [person.id],
  })
  return `${rows[0]?.path}?token=${rows[0]?.token}`
}

/** Opens the page of a link and downloads the file from there. */
async function follow(browser: Visitor, link: string, text = 'Download CSV') {
  await browser.get(link)
  const anchor = [...browser.page.document.querySelectorAll('a')].find((a) => a.textContent?.includes(text))
  return browser.send(anchor?.getAttribute('href') ?? '/nowhere')
}

describe('an export by e-mail', () => {
  it('is written in parts, and is the same as a download', async () => {
    const campaignId = await addRequests(app, owner, influencer, 45_000, 'Huge')
    await ask()
    expect(owner.browser.page.url).toBe('/exports')
    expect(owner.browser.sees("We'll e-mail you a link when it's ready")).toBe(true)
    expect(owner.browser.sees('In preparation')).toBe(true)

    await eventually(() => expect(published.join()).toContain('/v2/publish/http://parley.test/jobs/exports'))

    expect(await runJob()).toBe(3)
    expect(await rowsOf()).toMatchObject([{ state: 'ready', parts: 3, rows: 45_000, cursor: null }])
    const stranger = app.visitor()
    const response = await follow(stranger, await linkTo())
    expect(stranger.sees('45,000 rows')).toBe(true)
    expect(response.headers.get('Content-Length')).toBe(String((await rowsOf())[0]?.bytes))
    expect(response.headers.get('Content-Disposition')).toContain('Parley requests')
    const direct = await owner.browser.send(`/exports/ad-requests.csv?campaign_id=${campaignId}`)
    const [stored, downloaded] = [await response.text(), await direct.text()]
    expect(stored.length).toBe(downloaded.length)
    expect(stored === downloaded).toBe(true)
  })

  it('has each part once, however often the job runs', async () => {
    await addRequests(app, owner, influencer, 25_000)
    await ask()
    await Promise.all(Array.from({ length: 5 }, () => runJob()))
    await runJob()
    expect(await rowsOf()).toMatchObject([{ state: 'ready', parts: 2, rows: 25_000 }])
    const rows = parseRows(await (await follow(owner.browser, await linkTo())).text())
    expect(new Set(rows.map((row) => row['Request ID'])).size).toBe(25_000)
    const { rows: mails } = await app.db.execute({
      sql: "select 1 from outbox where user_id = ? and kind = 'export_ready'",
      args: [owner.id],
    })
    expect(mails).toHaveLength(1)
  })

  it('goes on after a job that was cut off before it recorded its part', async () => {
    await addRequests(app, owner, influencer, 25_000)
    await ask()
    await runJob()
    // Back to where it was before the second part was recorded. Meanwhile, a row of that part has gone.
    const [ready] = await rowsOf()
    await app.db.execute({
      sql: `update exports set state = 'queued', token_hash = null, ready_at = null, parts = 1, rows = 20000,
        cursor = (select json_array(0, id) from ad_requests where sponsor_id = ?1 order by id desc limit 1 offset 19999),
        bytes = ?2 where user_id = ?1`,
      args: [owner.id, Number(ready?.bytes) - 5_000],
    })
    await app.db.execute({
      sql: 'delete from ad_requests where id = (select min(id) from ad_requests where sponsor_id = ?)',
      args: [owner.id],
    })
    await runJob()
    expect(await rowsOf()).toMatchObject([{ state: 'ready', parts: 2, rows: 25_000 }])
  })

  it('has the filters of the list, also for Excel', async () => {
    await addRequests(app, owner, influencer, 2, 'Kites')
    await addRequests(app, owner, influencer, 3, 'Ropes')
    await owner.browser.get(`${LIST}&query=kites`)
    await owner.browser.submit('E-mail me a link')
    expect(owner.browser.sees('Agreed, “kites”')).toBe(true)
    await runJob()
    const response = await follow(owner.browser, `/exports/${(await rowsOf())[0]?.id}`, 'Download for Excel')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows = parseRows(new TextDecoder().decode(bytes))
    expect(rows.map((row) => row.Campaign)).toEqual(['Kites', 'Kites'])
    expect(rows[0]?.Sponsor).toBe('Fjell "& Skog", AB')
  })

  it('is one at a time, and at most ten a day', async () => {
    await addRequests(app, owner, influencer, 1)
    await ask()
    await ask()
    expect(owner.browser.page.status).toBe(422)
    expect(owner.browser.sees("We're already preparing an export of these for you")).toBe(true)
    for (let more = 1; more < 10; more += 1) {
      await runJob()
      await ask()
    }
    await runJob()
    await ask()
    expect(owner.browser.page.status).toBe(422)
    expect(owner.browser.sees("You've asked for 10 exports in the last 24 hours")).toBe(true)
    expect(await rowsOf()).toHaveLength(10)
  })

  it('fails after five attempts, and says so', async () => {
    await addRequests(app, owner, influencer, 1)
    await ask()
    await app.db.execute({ sql: 'update exports set attempts = 5 where user_id = ?', args: [owner.id] })
    await runJob()
    await owner.browser.get('/exports')
    expect(owner.browser.sees('Failed. Please ask again')).toBe(true)
    await owner.browser.get('/notifications')
    expect(owner.browser.sees("We couldn't make your export of requests")).toBe(true)
  })
})

describe('the link', () => {
  async function ready(): Promise<string> {
    await addRequests(app, owner, influencer, 1)
    await ask()
    await runJob()
    return linkTo()
  }

  /** The statuses of the page and of the file. */
  async function statusesOf(browser: Visitor, link: string): Promise<number[]> {
    const responses = [await browser.send(link), await browser.send(link.replace('?', '/file?'))]
    for (const { body } of responses) await body?.cancel()
    return responses.map(({ status }) => status)
  }

  it('works for whoever has it, and only the e-mail has it', async () => {
    const link = await ready()
    expect(await statusesOf(app.visitor(), link)).toEqual([200, 200])
    expect(await statusesOf(influencer.browser, link)).toEqual([200, 200])
    const { rows } = await app.db.execute({
      sql: "select path from notifications where user_id = ? and kind = 'export_ready'",
      args: [owner.id],
    })
    expect(rows[0]?.path).toBe(link.split('?')[0])
    const [row] = await rowsOf()
    expect(JSON.stringify(row)).not.toContain(link.split('=')[1])
  })

  it('does not work if it was changed, or belongs to another export', async () => {
    const link = await ready()
    const [path = '', token = ''] = link.split('?token=')
    const changed = `${path}?token=${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    owner = await makePerson(app, 'sponsor')
    const other = await ready()
    expect(await statusesOf(app.visitor(), changed)).toEqual([404, 404])
    expect(await statusesOf(app.visitor(), `${path}?token=`)).toEqual([404, 404])
    expect(await statusesOf(app.visitor(), `${path}?token=${other.split('=')[1]}`)).toEqual([404, 404])
    const page = await app.visitor().get(changed)
    expect(page.text).toContain('Sign in and ask for a new one')
  })

  it('leads through the sign-in without its token, and then only its owner gets in', async () => {
    const [path = ''] = (await ready()).split('?')
    const response = await app.visitor().send(path)
    expect([response.status, response.headers.get('Location')]).toEqual([
      303,
      `/sign-in?next=${encodeURIComponent(path)}`,
    ])
    expect((await owner.browser.get(path)).status).toBe(200)
    expect((await influencer.browser.get(path)).status).toBe(404)
  })

  it('ends after seven days, and the file is removed', async () => {
    const link = await ready()
    await app.db.execute({
      sql: 'update exports set expires_at = ? where user_id = ?',
      args: [Date.now() - 1, owner.id],
    })
    expect(await statusesOf(app.visitor(), link)).toEqual([404, 404])
    await (await postJob(app.url, '/jobs/sweep')).body?.cancel()
    expect(await rowsOf()).toEqual([])

    owner = await makePerson(app, 'sponsor')
    const next = await ready()
    const [row] = await rowsOf()
    expect(Number(row?.expires_at) - Number(row?.ready_at)).toBe(7 * DAY)
    expect(await statusesOf(app.visitor(), next)).toEqual([200, 200])
  })

  it('gives a suspended account nothing', async () => {
    const link = await ready()
    await app.db.execute({ sql: "update users set status = 'suspended' where id = ?", args: [owner.id] })
    expect(await statusesOf(app.visitor(), link)).toEqual([404, 404])
  })

  it('fails visibly if a part of the file is missing', async () => {
    const link = await ready()
    await app.db.execute({
      sql: 'update exports set parts = 2, bytes = bytes * 2 where user_id = ?',
      args: [owner.id],
    })
    const response = await app.visitor().send(link.replace('?', '/file?'))
    await expect(response.text()).rejects.toThrow()
    await expectBrokenOff(app, 'is missing')
  })
})

it('is made at once if the clock is off', async () => {
  const site = await app.another()
  await addRequests(app, owner, influencer, 1)
  const response = await fetch(`${site}/exports`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: `parley_session=${await makeSession(app, owner.id)}` },
    body: new URLSearchParams({ kind: 'ad_requests', filters: 'listing=agreed' }),
  })
  expect(response.status).toBe(303)
  await eventually(async () => expect(await rowsOf()).toMatchObject([{ state: 'ready', rows: 1 }]))
})
