import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestDeletion } from '../../../src/features/personal-data/deletion/commands.ts'
import { openDatabase } from '../../../src/platform/db/database.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import type { App } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { collaborate } from '../../support/collaborations.ts'
import { makePerson, PASSWORD, type Person, signedIn } from '../../support/people.ts'
import { allRows, columnsWith } from './everywhere.ts'
import { DAY, MARK, makeInfluencer, makeSponsor, runJob, startWithQueue } from './setup.ts'

const AFTER = 15 * DAY

let app: App
let admin: Person
let someInfluencer: Person
let someSponsor: Person
beforeAll(async () => {
  app = await startWithQueue()
  admin = await makePerson(app, 'admin')
  await makePerson(app, 'admin')
  someInfluencer = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist' })
  someSponsor = await makePerson(app, 'sponsor', { display_name: 'Fjell & Skog' })
})
afterAll(() => app.close())

async function askToDelete({ browser }: Person, password = PASSWORD): Promise<void> {
  await browser.get('/settings/data')
  await browser.click('Delete account')
  await browser.submit('Delete my account', { current_password: password })
}

async function statusOf({ id }: Person): Promise<unknown> {
  const { rows } = await app.db.execute({ sql: 'select status from users where id = ?', args: [id] })
  return rows[0]?.status
}

/** Sweeps as if it were later. Nobody is signed out by that, except by the deletion. */
async function sweep(at = Date.now() + AFTER): Promise<void> {
  await app.db.execute({ sql: 'update sessions set expires_at = ?', args: [Date.UTC(2100, 0)] })
  await runJob(app, 'sweep', at)
}

/** Sends e-mail, and sweeps, until everything is done. */
async function sweepAndSend(at = Date.now() + AFTER): Promise<void> {
  await sweep(at)
  await runJob(app, 'deliver')
  await app.db.execute("update outbox set due_at = 1 where kind = 'account_deleted' and state = 'pending'")
  await runJob(app, 'deliver')
  await sweep(at)
}

describe('a deletion', () => {
  it('is asked twice, and closes the account at once', async () => {
    const person = await makePerson(app, 'influencer')
    const { browser } = person
    await askToDelete(person, 'a wrong one')
    expect(browser.page.status).toBe(422)
    expect(browser.sees('This is not your current password')).toBe(true)
    expect(await statusOf(person)).toBe('active')
    expect((await app.visitor().get(`/influencers/${person.id}`)).status).toBe(200)

    await askToDelete(person)
    expect(await statusOf(person)).toBe('deleting')
    expect(browser.sees('Your account is going to be deleted')).toBe(true)
    expect((await app.visitor().get(`/influencers/${person.id}`)).status).toBe(404)
    await browser.get('/home')
    expect(browser.page.url).toBe('/settings/data')
    expect((await browser.post('/settings/account', {})).status).toBe(403)
  })

  it('can be taken back after signing in, with the link in the e-mail', async () => {
    const person = await makePerson(app, 'influencer')
    await askToDelete(person)
    const { rows } = await app.db.execute({
      sql: "select path from outbox where user_id = ? and kind = 'deletion_requested'",
      args: [person.id],
    })
    const browser = app.visitor()
    await browser.get(String(rows[0]?.path))
    await browser.submit('Sign in', { username: person.username, password: PASSWORD })
    await browser.submit('Keep my account')
    expect(browser.sees('Welcome back')).toBe(true)
    expect(await statusOf(person)).toBe('active')
  })

  it('that is taken back leaves everything as it was', async () => {
    const { sponsor } = await makeSponsor(app, someInfluencer, admin, 'markback')
    const before = await comparable()
    await askToDelete(sponsor)
    expect(await comparable()).not.toEqual(before)
    await sponsor.browser.submit('Keep my account')
    expect(await comparable()).toEqual(before)
  })

  it('is refused while an agreement has not ended, with a link', async () => {
    const person = await makePerson(app, 'influencer')
    const campaignId = await makeCampaign(app, someSponsor)
    await collaborate(app, someSponsor, person, campaignId, { state: 'in_progress' })
    const { browser } = person
    await browser.get('/settings/data/deletion')
    expect(browser.sees('You have an agreement that has not ended')).toBe(true)
    expect(browser.page.html).toContain('/ad-requests?listing=agreed')
    await browser.post('/settings/data/deletion', { current_password: PASSWORD })
    expect(browser.page.status).toBe(422)
    expect(await statusOf(person)).toBe('active')
  })

  it('says what goes, beginning with what matters most', async () => {
    const { browser } = await makePerson(app, 'influencer')
    await browser.get('/settings/data/deletion')
    expect(browser.page.text).toMatch(
      /After 14 days, for good ?Your name becomes “Deleted account” everywhere/,
    )
  })

  it('hides open requests from agreements, and the page says why', async () => {
    const { sponsor, requestId } = await makeSponsor(app, someInfluencer, admin, 'markhides')
    await askToDelete(sponsor)
    await someInfluencer.browser.get(`/ad-requests/${requestId}`)
    expect(someInfluencer.browser.sees("The sponsor's account is suspended or being deleted")).toBe(true)
    await someInfluencer.browser.post(`/ad-requests/${requestId}/acceptance`, { number: '1' })
    const { rows } = await app.db.execute({
      sql: 'select state from ad_requests where id = ?',
      args: [requestId],
    })
    expect(rows[0]?.state).toBe('pending')
  })

  it('is not possible for the last admin, also if two ask at once', async () => {
    const { rows: others } = await app.db.execute("select id from users where role = 'admin'")
    const admins = await Promise.all(
      others.map(async ({ id }) => ({ ...admin, id: Number(id), browser: await signedIn(app, Number(id)) })),
    )
    await Promise.all(admins.map((one) => askToDelete(one)))
    const statuses = await Promise.all(admins.map(statusOf))
    expect(statuses.toSorted()).toEqual(['active', 'deleting'])
    await app.db.execute("update users set status = 'active' where role = 'admin'")
    await app.db.execute(
      "delete from account_deletions where user_id in (select id from users where role = 'admin')",
    )
  })
})

describe('after 14 days', () => {
  it('nothing of a sponsor is left, except for what is named', async () => {
    const { sponsor, requestId, campaigns } = await makeSponsor(app, someInfluencer, admin)
    expect((await columnsWith(app, MARK)).length).toBeGreaterThan(30)
    await askToDelete(sponsor)
    await sweep(Date.now() + 13 * DAY)
    expect(await statusOf(sponsor)).toBe('deleting')
    await sweepAndSend()
    expect(await statusOf(sponsor)).toBe('deleted')

    // The words of an offer, and the name of a campaign that somebody agreed to work for.
    expect(await columnsWith(app, MARK)).toEqual(['campaigns.name', 'offers.message', 'offers.requirements'])
    const { rows } = await app.db.execute({
      sql: 'select id, name, state from campaigns where sponsor_id = ? order by id',
      args: [sponsor.id],
    })
    expect(rows).toMatchObject([
      { id: campaigns.agreed, name: `${MARK} agreed`, state: 'completed' },
      { id: campaigns.open, name: 'Deleted campaign', state: 'completed' },
    ])
    await someInfluencer.browser.get(`/ad-requests/${requestId}`)
    expect(someInfluencer.browser.sees('Withdrawn')).toBe(true)
    expect(someInfluencer.browser.sees('Deleted account')).toBe(true)
    expect(someInfluencer.browser.sees('What the other side wrote')).toBe(true)
    expect(someInfluencer.browser.sees('This message was deleted together with the account')).toBe(true)
    await someInfluencer.browser.get('/notifications')
    expect(someInfluencer.browser.sees('the other side deleted their account')).toBe(true)
    await expectNoPage([MARK], [`/sponsors/${sponsor.id}`, `/campaigns?query=${MARK}`, '/sitemap.xml'])
  })

  it('nothing of an influencer is left, except for what is named', async () => {
    const { influencer, requestId } = await makeInfluencer(app, someSponsor, 'zqyleftover')
    expect((await columnsWith(app, 'zqyleftover')).length).toBeGreaterThan(20)
    await askToDelete(influencer)
    // As if they had been suspended when an admin started the deletion.
    await app.db.execute({
      sql: "update users set suspended_from = 'active', suspension_reason = 'zqyleftover reason' where id = ?",
      args: [influencer.id],
    })
    await sweepAndSend()
    expect(await columnsWith(app, 'zqyleftover')).toEqual(['offers.message', 'offers.requirements'])
    await someSponsor.browser.get(`/ad-requests/${requestId}`)
    expect(someSponsor.browser.sees('Deleted account')).toBe(true)
    expect(someSponsor.browser.page.status).toBe(200)
    await expectNoPage(['zqyleftover'], [`/influencers/${influencer.id}`, '/influencers', '/shortlists'])
    const { rows } = await app.db.execute({
      sql: 'select 1 from exports where user_id = ?',
      args: [influencer.id],
    })
    expect(rows).toEqual([])
  })

  it('the last e-mail goes to the old address, and names nobody', async () => {
    const person = await makePerson(app, 'influencer', { email: 'last.mail@example.com' })
    await askToDelete(person)
    await sweep()
    const { rows } = await app.db.execute({
      sql: "select address, state from outbox where user_id = ? and kind = 'account_deleted'",
      args: [person.id],
    })
    expect(rows).toMatchObject([{ address: 'last.mail@example.com', state: 'pending' }])
    await sweepAndSend()
    const sent = app.mail.messages().filter(({ to }) => JSON.stringify(to).includes('last.mail@example.com'))
    expect(sent.map(({ subject }) => subject)).toContain('Your account is deleted')
    expect(await columnsWith(app, 'last.mail')).toEqual([])
  })

  it('the username and the address are free again, and nobody can sign in', async () => {
    const person = await makePerson(app, 'influencer', { username: 'phoenix', email: 'phoenix@example.com' })
    await askToDelete(person)
    await sweepAndSend()
    const browser = app.visitor()
    await browser.get('/sign-in')
    await browser.submit('Sign in', { username: 'phoenix', password: PASSWORD })
    expect(browser.page.status).toBe(422)
    expect((await person.browser.get('/home')).url).toContain('/sign-in')
    await makePerson(app, 'influencer', { username: 'phoenix', email: 'phoenix@example.com' })
  })
})

describe('at the same moment', () => {
  it('two sweeps delete an account once', async () => {
    const { sponsor, requestId } = await makeSponsor(app, someInfluencer, admin, 'marktwice')
    await askToDelete(sponsor)
    const at = Date.now() + AFTER
    await Promise.all([sweep(at), sweep(at), sweep(at)])
    const { rows } = await app.db.execute({
      sql: `select (select count(*) from events where kind = 'deleted' and subject_id = ?1 and subject = 'user') as deleted,
        (select count(*) from events where subject = 'ad_request' and subject_id = ?2 and kind = 'withdrawn') as withdrawn`,
      args: [sponsor.id, requestId],
    })
    expect(rows[0]).toMatchObject({ deleted: 1, withdrawn: 1 })
  })

  it('taking back and the sweep: one of them wins, whole', async () => {
    for (let round = 0; round < 4; round += 1) {
      const person = await makePerson(app, 'influencer', { display_name: `Racer ${round}` })
      await askToDelete(person)
      await Promise.all([person.browser.post('/settings/data/deletion/end'), sweep()])
      const { rows } = await app.db.execute({
        sql: `select status, display_name, (select count(*) from account_deletions where user_id = users.id) as deletions
          from users where id = ?`,
        args: [person.id],
      })
      expect([
        { status: 'active', display_name: `Racer ${round}`, deletions: 0 },
        { status: 'deleted', display_name: 'Deleted account', deletions: 1 },
      ]).toContainEqual({ ...rows[0] })
    }
  })

  it('a session that begins while the account is deleted opens nothing', async () => {
    const person = await makePerson(app, 'influencer')
    await askToDelete(person)
    await sweep()
    const late = await signedIn(app, person.id)
    expect((await late.get('/settings/data')).url).toContain('/sign-in')
  })

  it('a sweep that was cut off goes on where it was', async () => {
    const { sponsor } = await makeSponsor(app, someInfluencer, admin, 'markcut')
    await askToDelete(sponsor)
    await sweepAndSend()
    // As if the requests had not come up yet.
    await app.db.execute({
      sql: 'update account_deletions set erased_until = 0, erased_at = null where user_id = ?',
      args: [sponsor.id],
    })
    await app.db.execute({
      sql: "update messages set body = 'markcut again' where author_id = ?",
      args: [sponsor.id],
    })
    await sweepAndSend()
    expect(await columnsWith(app, 'markcut again')).toEqual([])
    const { rows } = await app.db.execute({
      sql: 'select erased_at is not null as is_erased from account_deletions where user_id = ?',
      args: [sponsor.id],
    })
    expect(rows[0]?.is_erased).toBe(1)
  })
})

describe('an admin', () => {
  it('starts and stops a deletion for somebody, which is recorded and told', async () => {
    const person = await makePerson(app, 'influencer')
    const { browser } = admin
    await browser.get(`/admin/users/${person.id}/data`)
    await browser.submit('Delete account')
    expect(browser.sees('It will be deleted in 14 days')).toBe(true)
    expect(await statusOf(person)).toBe('deleting')
    await browser.submit('Keep the account')
    expect(browser.sees('The account is kept')).toBe(true)
    expect(await statusOf(person)).toBe('active')

    const { rows } = await app.db.execute({
      sql: "select kind, audited, actor_id from events where subject = 'user' and subject_id = ? order by id",
      args: [person.id],
    })
    expect(rows).toMatchObject([
      { kind: 'deletion_requested', audited: 1, actor_id: admin.id },
      { kind: 'deletion_stopped', audited: 1, actor_id: admin.id },
    ])
    const { rows: mails } = await app.db.execute({
      sql: 'select title from outbox where user_id = ? order by id',
      args: [person.id],
    })
    expect(mails.map(({ title }) => title)).toEqual([
      'Your account is going to be deleted',
      'Your account is not going to be deleted',
    ])
  })

  it('who acts on an older page changes nothing', async () => {
    const person = await makePerson(app, 'influencer')
    const other = await signedIn(app, admin.id)
    await admin.browser.get(`/admin/users/${person.id}/data`)
    await other.get(`/admin/users/${person.id}/data`)
    await admin.browser.submit('Delete account')
    await other.submit('Delete account')
    expect(other.page.status).toBe(409)
    expect(other.sees('has changed since you opened the page')).toBe(true)
  })

  it('gives somebody who was suspended back their suspension', async () => {
    const person = await makePerson(app, 'influencer', { status: 'suspended' })
    await admin.browser.get(`/admin/users/${person.id}/data`)
    await admin.browser.submit('Delete account')
    const browser = await signedIn(app, person.id)
    await browser.get('/settings/data')
    expect(browser.sees('only an admin can stop that')).toBe(true)
    expect((await browser.post('/settings/data/deletion/end')).status).toBe(422)
    await admin.browser.submit('Keep the account')
    expect(await statusOf(person)).toBe('suspended')
    expect((await browser.get('/settings/data')).url).toContain('/sign-in')
  })

  it('tells somebody who is suspended that only an admin can stop it, until the suspension is over', async () => {
    const person = await makePerson(app, 'influencer')
    await app.db.execute({
      sql: "update users set status = 'suspended', suspended_from = 'active', suspended_until = ? where id = ?",
      args: [Date.now() + DAY, person.id],
    })
    await admin.browser.get(`/admin/users/${person.id}/data`)
    expect(admin.browser.sees('only admins can stop it')).toBe(true)
    await admin.browser.submit('Delete account')
    const { rows } = await app.db.execute({
      sql: "select body from outbox where user_id = ? and kind = 'deletion_requested'",
      args: [person.id],
    })
    expect(rows[0]?.body).toContain('only an admin can stop its deletion')
    expect(rows[0]?.body).not.toContain('Keep my account')

    await app.db.execute({ sql: 'update users set suspended_until = 1 where id = ?', args: [person.id] })
    const browser = await signedIn(app, person.id)
    await browser.get('/settings/data')
    await browser.submit('Keep my account')
    await browser.get('/sign-in')
    await browser.submit('Sign in', { username: person.username, password: PASSWORD })
    expect(browser.page.url).toBe('/home')
    expect(await statusOf(person)).toBe('active')
  })

  it('deletes their own account only in their settings, which ask for the password', async () => {
    const own = await makePerson(app, 'admin')
    await own.browser.get(`/admin/users/${own.id}/data`)
    expect(own.browser.sees('This is your own account')).toBe(true)
    await own.browser.post(`/admin/users/${own.id}/deletion`, { version: '1' })
    expect(own.browser.page.url).toBe('/settings/data/deletion')
    expect(await statusOf(own)).toBe('active')
  })
})

describe('a suspension at the same moment', () => {
  it('is not lost: keeping the account does not end it', async () => {
    for (let round = 0; round < 6; round += 1) {
      const person = await makePerson(app, 'influencer')
      await Promise.all([
        person.browser.post('/settings/data/deletion', { current_password: PASSWORD }),
        admin.browser.post(`/admin/users/${person.id}/suspension`, {
          version: '1',
          length: 'none',
          reason: 'Spam',
        }),
      ])
      const { rows } = await app.db.execute({
        sql: `select status, suspended_from, (select status_before from account_deletions where user_id = users.id) as before
          from users where id = ?`,
        args: [person.id],
      })
      expect([
        { status: 'suspended', suspended_from: 'active', before: null },
        { status: 'deleting', suspended_from: null, before: 'active' },
      ]).toContainEqual({ ...rows[0] })
    }
  })

  it('refuses a deletion that was based on the status before it', async () => {
    const { id } = await makePerson(app, 'influencer')
    await app.db.execute({
      sql: "update users set status = 'suspended', suspended_from = 'active' where id = ?",
      args: [id],
    })
    const requested = await requestDeletion(
      openDatabase({ TURSO_DATABASE_URL: app.libsql.url }),
      { id: id as UserId, status: 'active' },
      { actor: id as UserId, now: Date.now(), currency: 'USD', requestId: 'test' },
      null,
    )
    expect(requested).toEqual({ ok: false, refusal: 'changed' })
  })
})

/**
 * All tables without what a deletion and taking it back rightly add, and without counters. A figure of 0 is the same as
 * none.
 */
async function comparable() {
  const tables = await allRows(app)
  for (const added of ['events', 'outbox', 'attempts', 'job_runs', 'sessions', 'used_forms'])
    tables.delete(added)
  const users = tables.get('users')?.map(({ version, last_seen_at, ...user }) => user) ?? []
  const figures = tables.get('daily_figures')?.filter(({ value }) => Number(value) !== 0) ?? []
  const others = [...tables].filter(([name]) => !/search|sort_keys|fts/.test(name))
  return { ...Object.fromEntries(others), daily_figures: figures, users }
}

async function expectNoPage(words: readonly string[], paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    for (const browser of [app.visitor(), someInfluencer.browser, someSponsor.browser, admin.browser]) {
      const { html } = await browser.get(path)
      for (const word of words) {
        expect(html.replaceAll(`query=${word}`, '').replaceAll(`value="${word}"`, ''), path).not.toContain(
          `${word} `,
        )
      }
    }
  }
}
