import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type QStashStandIn, startQStash } from '../../../local/qstash/server.ts'
import { DAY } from '../../../src/shared/time.ts'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, PASSWORD, type Person } from '../../support/people.ts'
import { localClockVars, runJobAt } from '../jobs/signed-post.ts'

let app: App
let qstash: QStashStandIn
let admin: Person
beforeAll(async () => {
  qstash = await startQStash({ timer: false })
  app = await startApp({ ...localClockVars, QSTASH_URL: qstash.url, QSTASH_TOKEN: qstash.token })
  admin = await makePerson(app, 'admin', { display_name: 'Ada' })
})
afterAll(async () => {
  await app.close()
  await qstash.close()
})

async function accountOf({ id }: Person) {
  const { rows } = await app.db.execute(
    `select status, suspended_from, suspended_until, suspension_reason from users where id = ${id}`,
  )
  return rows[0]
}

async function suspend(person: Person, fields: Record<string, string>) {
  await admin.browser.get(`/admin/users/${person.id}`)
  return admin.browser.submit('Suspend', { reason: 'Spam.', ...fields })
}

async function toldTo({ id }: Person, kind: string) {
  const { rows } = await app.db.execute(
    `select n.title, n.path, (select count(*) from outbox o where o.user_id = n.user_id and o.kind = n.kind) as mails
      from notifications n where n.user_id = ${id} and n.kind = '${kind}' order by n.id`,
  )
  return rows
}

async function signIn({ username }: Person) {
  const browser = app.visitor()
  await browser.get('/sign-in')
  return browser.submit('Sign in', { username, password: PASSWORD })
}

describe('a suspension', () => {
  it('has an end that admin and owner see, and is told by e-mail at once', async () => {
    const jide = await makePerson(app, 'influencer')
    const before = Date.now()
    await suspend(jide, { length: 'week' })
    const account = await accountOf(jide)
    expect(account).toMatchObject({
      status: 'suspended',
      suspended_from: 'active',
      suspension_reason: 'Spam.',
    })
    const until = Number(account?.suspended_until)
    expect(until).toBeGreaterThanOrEqual(before + 7 * DAY)
    expect(until).toBeLessThanOrEqual(Date.now() + 7 * DAY)
    expect(admin.browser.page.text).toContain('This account is suspended until')
    expect(await toldTo(jide, 'suspended')).toMatchObject([{ title: 'Your account is suspended', mails: 1 }])
    const page = await signIn(jide)
    expect(page.status).toBe(422)
    expect(page.text).toMatch(/This account is suspended until \w+, .*\d{4}.*UTC: Spam\./)
  })

  it('needs a day in the future if it is until a day', async () => {
    const jide = await makePerson(app, 'influencer')
    expect((await suspend(jide, { length: 'date' })).text).toContain('Choose a day')
    expect((await suspend(jide, { length: 'date', until: '2020-01-01' })).text).toContain(
      'Choose today or a later day',
    )
    expect(admin.browser.page.html).toContain('Spam.</textarea>')
    expect((await accountOf(jide))?.status).toBe('active')
    await suspend(jide, { length: 'date', until: '2099-12-31' })
    expect((await accountOf(jide))?.suspended_until).toBe(Date.parse('2100-01-01T00:00:00Z'))
  })

  it('can be made longer, shorter and endless, and is told each time', async () => {
    const jide = await makePerson(app, 'influencer')
    await suspend(jide, { length: 'day' })
    await admin.browser.submit('Change suspension', { length: 'none', reason: 'Spam, again.' })
    expect(admin.browser.sees('Suspension changed.')).toBe(true)
    expect(await accountOf(jide)).toMatchObject({ suspended_until: null, suspension_reason: 'Spam, again.' })
    expect(await toldTo(jide, 'suspended')).toMatchObject([
      { mails: 2 },
      { title: 'Your suspension has changed' },
    ])
    const stale = await admin.browser.post(`/admin/users/${jide.id}/suspension/change`, {
      version: '2',
      length: 'day',
      reason: 'Old.',
    })
    expect(stale.status).toBe(409)
    const { rows } = await app.db.execute(
      `select kind, audited from events where subject = 'user' and subject_id = ${jide.id} order by id`,
    )
    expect(rows).toMatchObject([
      { kind: 'suspended', audited: 1 },
      { kind: 'suspension_changed', audited: 1 },
    ])
  })

  it('is over by the clock: at sign-in, without any job', async () => {
    const jide = await makePerson(app, 'influencer')
    await suspend(jide, { length: 'day' })
    await app.db.execute(`update users set suspended_until = ${Date.now() - 1} where id = ${jide.id}`)
    expect((await signIn(jide)).url).toBe('/home')
    expect(await accountOf(jide)).toMatchObject({
      status: 'active',
      suspended_from: null,
      suspended_until: null,
    })
    expect(await toldTo(jide, 'suspension_ended')).toHaveLength(1)
  })

  it('is over by the clock: for everybody else within a sweep, which tells the person once', async () => {
    const jide = await makePerson(app, 'influencer')
    await suspend(jide, { length: 'day' })
    const until = Number((await accountOf(jide))?.suspended_until)
    await runJobAt(app.url, '/jobs/sweep', until - 1)
    expect((await accountOf(jide))?.status).toBe('suspended')
    await Promise.all([1, 2, 3].map(() => runJobAt(app.url, '/jobs/sweep', until)))
    expect(await accountOf(jide)).toMatchObject({ status: 'active', suspended_until: null })
    expect(await toldTo(jide, 'suspension_ended')).toHaveLength(1)
    expect((await app.visitor().get(`/influencers/${jide.id}`)).status).toBe(200)
    const { rows } = await app.db.execute(
      `select actor_id, audited from events where subject_id = ${jide.id} and kind = 'suspension_ended'`,
    )
    expect(rows).toMatchObject([{ actor_id: null, audited: 1 }])
  })

  it('never approves a sponsor when the clock ends it', async () => {
    const waiting = await makePerson(app, 'sponsor', { status: 'pending' })
    await suspend(waiting, { length: 'day' })
    const until = Number((await accountOf(waiting))?.suspended_until)
    await runJobAt(app.url, '/jobs/sweep', until)
    expect((await accountOf(waiting))?.status).toBe('pending')
  })

  it('is told to the other side of each open request, which stays open but cannot be accepted', async () => {
    const sponsor = await makePerson(app, 'sponsor', { display_name: 'Northway' })
    const mara = await makePerson(app, 'influencer')
    const id = await invite(app, sponsor, mara, await makeCampaign(app, sponsor))
    await suspend(sponsor, { length: 'month' })
    expect(await toldTo(mara, 'other_side_suspended')).toMatchObject([
      { title: 'The account of Northway is suspended', path: `/ad-requests/${id}`, mails: 1 },
    ])
    expect(await toldTo(sponsor, 'other_side_suspended')).toEqual([])
    const page = await mara.browser.get(`/ad-requests/${id}`)
    expect(page.text).toContain("The sponsor's account is suspended or being deleted.")
    expect(page.text).not.toContain('accept offer')
    const { rows } = await app.db.execute(`select state from ad_requests where id = ${id}`)
    expect(rows).toMatchObject([{ state: 'pending' }])
  })
})

describe("a person's page", () => {
  it('shows everything about them', async () => {
    const sponsor = await makePerson(app, 'sponsor', { display_name: 'Everything Ltd' })
    const mara = await makePerson(app, 'influencer', { display_name: 'Mara' })
    const campaignId = await makeCampaign(app, sponsor, { name: 'Seen by admins' })
    await invite(app, sponsor, mara, campaignId)
    await admin.browser.post('/admin/flags', {
      subject: 'campaign',
      subject_id: String(campaignId),
      flag_reason: 'spam',
      reason: '',
      internal_note: '',
    })
    const page = await admin.browser.get(`/admin/users/${sponsor.id}`)
    for (const text of [
      'Flags',
      'Campaign: Seen by admins',
      'Requests',
      'Seen by admins × Mara',
      'Sessions, newest first',
    ]) {
      expect(page.text).toContain(text)
    }
    expect(page.text).toContain('Messages to them')
    expect(page.text).toContain('An admin flagged your campaign Seen by admins')
    for (const person of [mara, admin]) {
      expect((await admin.browser.get(`/admin/users/${person.id}`)).status).toBe(200)
    }
  })
})
