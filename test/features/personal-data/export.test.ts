import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personalRecords } from '../../../src/features/personal-data/registry.ts'
import type { App } from '../../support/app.ts'
import { makePerson, type Person, signedIn } from '../../support/people.ts'
import { makeAdmin, makeInfluencer, makeSponsor, run, runJob, startWithQueue } from './setup.ts'

let app: App
let admin: Person
let someInfluencer: Person
let someSponsor: Person
beforeAll(async () => {
  app = await startWithQueue()
  admin = await makePerson(app, 'admin')
  someInfluencer = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist' })
  someSponsor = await makePerson(app, 'sponsor', { display_name: 'Fjell & Skog' })
})
afterAll(() => app.close())

/** Asks for the file, has it written, and downloads it. */
async function downloadOf({ browser }: Person): Promise<Uint8Array> {
  await browser.get('/settings/data')
  await browser.submit('Prepare')
  expect(browser.sees("We'll e-mail you when it's ready")).toBe(true)
  await runJob(app, 'exports')
  await browser.get('/settings/data')
  await browser.click('Open the file')
  const link = [...browser.page.document.querySelectorAll('a')].find((a) => a.textContent?.includes('ZIP'))
  const response = await browser.send(link?.getAttribute('href') ?? '/nowhere')
  expect(response.headers.get('Content-Type')).toBe('application/zip')
  expect(response.headers.get('Content-Disposition')).toMatch(/Parley your data \d{4}-\d\d-\d\d\.zip/)
  return new Uint8Array(await response.arrayBuffer())
}

type Rows = readonly Record<string, unknown>[]

function filesIn(zip: Uint8Array): { readme: string; rowsOf: (file: string) => Rows; names: string[] } {
  const files = unzipSync(zip)
  const textOf = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  return {
    readme: textOf('README.txt'),
    rowsOf: (file) => JSON.parse(textOf(`${file}.json`)) as Rows,
    names: Object.keys(files),
  }
}

describe('the file with everything about a person', () => {
  it('has rows of each record of the registry', async () => {
    const { sponsor } = await makeSponsor(app, someInfluencer, admin, 'marksponsor')
    const { influencer } = await makeInfluencer(app, someSponsor, 'markinfluencer')
    const ofSponsor = filesIn(await downloadOf(sponsor))
    const ofInfluencer = filesIn(await downloadOf(influencer))
    const ofAdmin = filesIn(await downloadOf(await makeAdmin(app)))
    for (const { file } of personalRecords) {
      const rows = [ofSponsor, ofInfluencer, ofAdmin].flatMap((files) => files.rowsOf(file))
      // Their accounts are not going to be deleted.
      if (file !== 'account-deletion') expect(rows.length, `${file}.json has no rows`).toBeGreaterThan(0)
      expect(ofSponsor.readme).toContain(`${file}.json`)
    }
  })

  it('says what the pages say, with times in ISO 8601 and amounts as decimals', async () => {
    const { sponsor, campaigns } = await makeSponsor(app, someInfluencer, admin, 'markpages')
    const { rowsOf, readme } = filesIn(await downloadOf(sponsor))
    expect(rowsOf('account')).toMatchObject([
      { username: 'markpages-user', email: 'markpages@example.com', displayName: 'markpages name' },
    ])
    expect(rowsOf('sponsor-profile')).toMatchObject([
      { companyName: 'markpages company', annualBudget: { amount: '1234.56', currency: 'USD' } },
    ])
    expect(rowsOf('agreements')).toMatchObject([
      { campaignId: campaigns.agreed, influencer: 'Mara Lindqvist', sponsor: 'markpages company' },
    ])
    expect(rowsOf('messages')).toMatchObject([
      { author: 'markpages name', isYours: true, body: 'markpages body' },
      { author: 'Mara Lindqvist', isYours: false, body: 'What the other side wrote' },
    ])
    expect(rowsOf('offers')[0]).toMatchObject({ madeAt: '1970-01-01T00:00:00.001Z' })
    expect(readme).toContain('as of 20')

    await sponsor.browser.get('/settings/profile')
    expect(sponsor.browser.page.html).toContain('markpages company')
    await sponsor.browser.get('/campaigns')
    for (const { name } of rowsOf('campaigns')) expect(sponsor.browser.sees(String(name))).toBe(true)
  })

  it('has what admins told the person, and not what they noted for each other', async () => {
    const { influencer } = await makeInfluencer(app, someSponsor, 'marktold')
    const kinds = [
      'flagged',
      'flag_kept',
      'unflagged',
      'suspended',
      'suspension_changed',
      'warned',
      'approved',
    ]
    for (const kind of kinds) {
      await run(
        app,
        "insert into events (subject, subject_id, kind, actor_id, note, at, audited) values ('user', ?, ?, ?, ?, 1, 1)",
        [influencer.id, kind, admin.id, `Why ${kind}`],
      )
    }
    const { rowsOf } = filesIn(await downloadOf(influencer))
    const notes = rowsOf('activity').flatMap(({ kind, note }) => (note === null ? [] : [[kind, note]]))
    expect(notes).toEqual(kinds.slice(0, -1).map((kind) => [kind, `Why ${kind}`]))

    const flags = rowsOf('flags')
    expect(flags).toMatchObject([
      { title: 'marktold name', reason: 'spam', note: 'marktold note', appeal: 'marktold appeal' },
      { state: 'lifted', decisionReason: 'marktold decision' },
    ])
    expect(JSON.stringify(flags)).not.toMatch(/internal|flaggedBy|decidedBy/i)
    expect(rowsOf('problems-reported')).toMatchObject([
      { details: 'marktold report', added: 'marktold addition' },
    ])
    expect(rowsOf('left-out')).toMatchObject([{ outcome: 'skipped', reason: 'Already approved' }])
  })

  it('has no secrets, and nothing that admins note for each other', async () => {
    const { influencer } = await makeInfluencer(app, someSponsor, 'marksecrets')
    await run(
      app,
      "insert into events (subject, subject_id, kind, actor_id, note, at, audited) values ('user', ?, 'approved', ?, 'INTERNAL', 1, 1)",
      [influencer.id, admin.id],
    )
    const zip = await downloadOf(influencer)
    const text = Object.values(unzipSync(zip))
      .map((file) => strFromU8(file))
      .join('\n')
    const { rows } = await app.db.execute({
      sql: `select password_hash, sessions.id as session, token, unsubscribe_secret from users
        join sessions on sessions.user_id = users.id join calendar_feeds on calendar_feeds.user_id = users.id
        join delivery_settings on delivery_settings.user_id = users.id where users.id = ?`,
      args: [influencer.id],
    })
    const secrets = [
      ...Object.values(rows[0] ?? {}),
      'SECRET-TOKEN',
      'SECRET-KEY',
      'INTERNAL',
      'Call marksecrets',
    ]
    expect(secrets).toHaveLength(8)
    for (const secret of secrets) expect(text).not.toContain(String(secret))
    expect(text).toContain('https://chat.googleapis.com/v1/spaces/marksecrets')
  })

  it('can be unpacked by others, also in many parts', async () => {
    const sponsor = await makePerson(app, 'sponsor', { display_name: 'Large & Co' })
    const campaign = await run(
      app,
      `insert into campaigns (sponsor_id, name, platforms, wanted_deliverables, usage_channels, created_at)
        values (?, 'Large', '[]', '[]', '[]', 1)`,
      [sponsor.id],
    )
    const numbers = 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)'
    await run(
      app,
      `${numbers} insert into ad_requests (campaign_id, sponsor_id, influencer_id, state, origin, turn, payment_amount,
        closes_at, created_at) select ?, ?, ?, 'withdrawn', 'invitation', 'influencer', i, 1, i from n`,
      [campaign, sponsor.id, someInfluencer.id],
    )
    await run(
      app,
      `insert into messages (ad_request_id, author_id, body, sent_at)
        select id, sponsor_id, 'Grüße aus Åre ' || hex(randomblob(600)), id from ad_requests where campaign_id = ?`,
      [campaign],
    )
    const zip = await downloadOf(sponsor)
    const { names, rowsOf } = filesIn(zip)
    expect(names).toContain('messages-2.json')
    const { rows } = await app.db.execute({
      sql: 'select parts, bytes from exports where user_id = ?',
      args: [sponsor.id],
    })
    expect(Number(rows[0]?.parts)).toBeGreaterThan(2)
    expect(Number(rows[0]?.bytes)).toBe(zip.length)
    const bodies = names
      .filter((name) => name.startsWith('messages-') && !name.includes('sent'))
      .concat('messages.json')
      .flatMap((name) => rowsOf(name.replace('.json', '')).map(({ body }) => String(body)))
    expect(new Set(bodies).size).toBe(5_000)
    expect(bodies[0]).toContain('Grüße aus Åre')
    expect(rowsOf('requests')).toHaveLength(5_000)
    expect(await listedByPython(zip)).toEqual(names.toSorted())
  })

  it('is made at most once a day, and only for its owner', async () => {
    const { browser } = someSponsor
    await downloadOf(someSponsor)
    const { rows } = await app.db.execute({
      sql: "select id from exports where user_id = ? and kind = 'personal_data'",
      args: [someSponsor.id],
    })
    const path = `/exports/${rows[0]?.id}`
    expect((await someInfluencer.browser.get(path)).status).toBe(404)
    expect((await admin.browser.get(`${path}/file`)).status).toBe(404)

    // The page says from when on, and has no button that would be refused. So does the admin's.
    await browser.get('/settings/data')
    const send = () => browser.post('/settings/data/exports')
    for (const page of [browser.page, await admin.browser.get(`/admin/users/${someSponsor.id}/data`)]) {
      expect(page.text).toContain('A new file can be asked for from')
      expect(page.text).not.toMatch(/Prepare a new file|Send them a copy/)
    }
    expect((await send()).status).toBe(422)
    expect(browser.sees('You can ask for one file a day')).toBe(true)

    await app.db.execute({
      sql: 'update exports set created_at = created_at - 86400000 where user_id = ?',
      args: [someSponsor.id],
    })
    await browser.get('/settings/data')
    await browser.submit('Prepare a new file')
    expect(browser.page.status).toBe(200)
  })

  it('is told by an e-mail whose link needs a sign-in', async () => {
    const { browser, id } = await makePerson(app, 'influencer')
    await browser.get('/settings/data')
    await browser.submit('Prepare')
    await runJob(app, 'exports')
    const { rows } = await app.db.execute({
      sql: "select path, body, title from outbox where user_id = ? and kind = 'export_ready'",
      args: [id],
    })
    expect(rows).toMatchObject([{ title: 'The file with your data is ready' }])
    expect(String(rows[0]?.body)).not.toContain('token')
    const response = await app.visitor().send(String(rows[0]?.path))
    expect(response.headers.get('Location')).toContain('/sign-in')
    await response.body?.cancel()
  })
})

describe('an admin', () => {
  it('sends a copy to somebody who is suspended, and never sees it', async () => {
    const person = await makePerson(app, 'influencer', { status: 'suspended' })
    await admin.browser.get(`/admin/users/${person.id}`)
    await admin.browser.click('Copy or delete their data')
    await admin.browser.submit('Send them a copy')
    expect(admin.browser.sees("We'll e-mail them when it's ready")).toBe(true)
    await runJob(app, 'exports')

    const { rows } = await app.db.execute({
      sql: "select path, body ->> '$.action.query.token' as token from outbox where user_id = ? and kind = 'export_ready'",
      args: [person.id],
    })
    const stranger = app.visitor()
    await stranger.get(`${rows[0]?.path}?token=${rows[0]?.token}`)
    expect(stranger.sees('Download ZIP')).toBe(true)
    expect((await admin.browser.get(String(rows[0]?.path))).status).toBe(404)

    const { rows: events } = await app.db.execute({
      sql: "select actor_id, audited, request_id is not null as has_request from events where kind = 'data_requested' and subject_id = ?",
      args: [person.id],
    })
    expect(events).toMatchObject([{ actor_id: admin.id, audited: 1, has_request: 1 }])
  })
})

describe('a sponsor who waits for approval', () => {
  it('gets their data too', async () => {
    const waiting = await makePerson(app, 'sponsor', { status: 'pending' })
    const { rowsOf } = filesIn(await downloadOf({ ...waiting, browser: await signedIn(app, waiting.id) }))
    expect(rowsOf('account')).toMatchObject([{ status: 'pending' }])
  })
})

/** What Python's zipfile finds, after it has checked every file. */
async function listedByPython(zip: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-zip-'))
  const file = join(folder, 'data.zip')
  await writeFile(file, zip)
  const script =
    'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print("\\n".join(sorted(z.namelist())))'
  const { stdout } = await promisify(execFile)('python3', ['-c', script, file])
  await rm(folder, { recursive: true })
  return stdout.trim().split('\n')
}
