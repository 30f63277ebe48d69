import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeAccount } from '../../../src/features/personal-data/unconfirmed/commands.ts'
import { selectToCheck } from '../../../src/features/personal-data/unconfirmed/queries.ts'
import { openDatabase } from '../../../src/platform/db/database.ts'
import { CHUNK } from '../../../src/platform/queue/job.ts'
import type { App } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { collaborate } from '../../support/collaborations.ts'
import { linkIn, subjectsTo } from '../../support/mail/links.ts'
import { makePerson, PASSWORD, type Person } from '../../support/people.ts'
import { isSlow } from '../discovery/query-plan.ts'
import { columnsWith } from './everywhere.ts'
import { DAY, run, runJob, startWithQueue } from './setup.ts'

/** By then, nobody has visited an account of today for long enough. */
const LATER = 31 * DAY

let app: App
let sponsor: Person
beforeAll(async () => {
  app = await startWithQueue()
  sponsor = await makePerson(app, 'sponsor')
})
afterAll(() => app.close())

/** Somebody who signed up with an address that they have not confirmed. */
async function signUp(username: string) {
  const email = `${username}@example.com`
  const browser = app.visitor()
  await browser.get('/sign-up/influencer')
  await browser.submit('Sign up', {
    username,
    email,
    password: PASSWORD,
    category: 'outdoors',
    niche: 'hiking',
    country: 'SE',
    languages: ['en'],
  })
  expect(browser.page.url).toBe('/sign-in')
  const [row] = await rowsOf('select id from users where username = ?', username)
  return { id: Number(row?.id), username, email }
}

async function makeUnconfirmed(role: 'sponsor' | 'influencer' = 'influencer'): Promise<Person> {
  const person = await makePerson(app, role)
  await run(app, 'update users set is_email_confirmed = 0 where id = ?', [person.id])
  return person
}

async function rowsOf(sql: string, ...args: (string | number)[]) {
  return (await app.db.execute({ sql, args })).rows
}

async function statusOf(id: number): Promise<unknown> {
  return (await rowsOf('select status from users where id = ?', id))[0]?.status
}

const sweep = (at = Date.now() + LATER) => runJob(app, 'sweep', at)

describe('after 30 days without a visit', () => {
  it('an account with an unconfirmed address is gone, and its username is free', async () => {
    const { id, username, email } = await signUp('zqabandoned')
    await linkIn(app, { to: email, subject: 'Confirm your e-mail address' })
    await sweep(Date.now() + 29 * DAY)
    expect(await statusOf(id)).toBe('active')

    await sweep()
    expect(await statusOf(id)).toBe('deleted')
    expect(await columnsWith(app, username)).toEqual([])
    const browser = app.visitor()
    expect((await browser.get(`/influencers/${id}`)).status).toBe(404)
    await browser.get('/sign-in')
    await browser.submit('Sign in', { username, password: PASSWORD })
    expect(browser.page.status).toBe(422)
    expect((await signUp(username)).id).not.toBe(id)
  })

  it('its address gets no e-mail about it, and admins see what happened', async () => {
    const { id, email } = await signUp('zquntold')
    await linkIn(app, { to: email, subject: 'Confirm your e-mail address' })
    await sweep()
    await runJob(app, 'deliver')
    expect(subjectsTo(app, email)).toEqual(['Confirm your e-mail address'])
    expect(await rowsOf('select 1 from outbox where user_id = ?', id)).toEqual([])

    const admin = await makePerson(app, 'admin')
    await admin.browser.get(`/admin/users/${id}`)
    expect(admin.browser.sees('Removed because its e-mail address was never confirmed')).toBe(true)
    const erased = 'select erased_at is not null as erased from account_deletions where user_id = ?'
    expect(await rowsOf(erased, id)).toMatchObject([{ erased: 1 }])
  })

  it('a sponsor goes with their campaigns', async () => {
    const person = await makeUnconfirmed('sponsor')
    const campaignId = await makeCampaign(app, person)
    await sweep()
    expect(await statusOf(person.id)).toBe('deleted')
    expect(await rowsOf('select 1 from campaigns where id = ?', campaignId)).toEqual([])
  })

  it('an account with a confirmed address stays', async () => {
    const { id } = await makePerson(app, 'influencer')
    await sweep()
    expect(await statusOf(id)).toBe('active')
  })
})

it('is said where people sign up, in their settings, and in the help', async () => {
  const person = await makeUnconfirmed()
  const sentence = 'We remove accounts without a confirmed address after 30 days without a visit.'
  expect((await app.visitor().get('/sign-up/influencer')).text).toContain(sentence)
  expect((await person.browser.get('/settings/email')).text).toContain(sentence)
  expect((await sponsor.browser.get('/settings/email')).text).not.toContain(sentence)
  expect((await app.visitor().get('/help')).text).toContain("haven't visited for 30 days")
})

/** What somebody else needs of the account, and how that ends. */
const needs: Record<string, { begin(person: Person): Promise<unknown>; end(id: number): Promise<unknown> }> =
  {
    'an agreement, even one that has ended': {
      begin: async (person) => collaborate(app, sponsor, person, await makeCampaign(app, sponsor)),
      end: async (id) => {
        await run(app, 'delete from collaborations where influencer_id = ?', [id])
      },
    },
    'an open request': {
      begin: (person) => makeRequest(person, 'pending'),
      end: (id) => run(app, "update ad_requests set state = 'withdrawn' where influencer_id = ?", [id]),
    },
    'a message': {
      begin: async (person) => {
        const sql = "insert into messages (ad_request_id, author_id, body, sent_at) values (?, ?, 'Hello', 1)"
        return run(app, sql, [await makeRequest(person, 'rejected'), person.id])
      },
      end: (id) => run(app, 'delete from messages where author_id = ?', [id]),
    },
    'a flag': {
      begin: ({ id }) => run(app, 'update influencers set flagged_at = 1 where user_id = ?', [id]),
      end: (id) => run(app, 'update influencers set flagged_at = null where user_id = ?', [id]),
    },
    'an open report': {
      begin: ({ id }) =>
        run(
          app,
          `insert into abuse_cases (subject, subject_id, owner_id, title, search_title, excerpt, path, opened_at, reported_at)
          values ('user', ?1, ?1, 'Case', 'case', '', '/home', 1, 1)`,
          [id],
        ),
      end: (id) =>
        run(app, "update abuse_cases set state = 'dismissed', closed_at = 1 where owner_id = ?", [id]),
    },
    'a link that still works': {
      begin: ({ id }) =>
        run(
          app,
          `insert into email_links (token_hash, user_id, purpose, address, created_at, expires_at)
          values (lower(hex(randomblob(16))), ?, 'reset', 'x@x.example', 1, ?)`,
          [id, Date.now() + LATER + DAY],
        ),
      end: (id) => run(app, 'delete from email_links where user_id = ?', [id]),
    },
    'a suspension': {
      begin: ({ id }) => run(app, "update users set status = 'suspended' where id = ?", [id]),
      end: (id) => run(app, "update users set status = 'active' where id = ?", [id]),
    },
  }

async function makeRequest(person: Person, state: string): Promise<number> {
  return run(
    app,
    `insert into ad_requests (campaign_id, sponsor_id, influencer_id, state, origin, turn, payment_amount, closes_at, created_at)
      values (?, ?, ?, ?, 'invitation', 'influencer', 1000, ?, 1)`,
    [await makeCampaign(app, sponsor), sponsor.id, person.id, state, Date.now() + 2 * LATER],
  )
}

it.each(Object.entries(needs))('it stays with %s, and goes when that is over', async (_, { begin, end }) => {
  const person = await makeUnconfirmed()
  const status = () => statusOf(person.id)
  await begin(person)
  const before = await status()
  await sweep()
  expect(await status()).toBe(before)

  await end(person.id)
  // It was just looked at, so it is left alone for a week.
  await sweep(Date.now() + LATER + 6 * DAY)
  expect(await status()).toBe('active')
  await sweep(Date.now() + LATER + 8 * DAY)
  expect(await status()).toBe('deleted')
})

describe('at the same moment', () => {
  it('several sweeps remove it once', async () => {
    const { id } = await makeUnconfirmed()
    await Promise.all([sweep(), sweep(), sweep()])
    expect(
      await rowsOf("select 1 from events where subject = 'user' and subject_id = ? and kind = 'removed'", id),
    ).toHaveLength(1)
    expect(await statusOf(id)).toBe('deleted')
  })

  it('whoever signs in keeps it, or is told that it is gone: one of them wins, whole', async () => {
    for (let round = 0; round < 4; round += 1) {
      const person = await makeUnconfirmed()
      const browser = app.visitor()
      await browser.get('/sign-in')
      const signIn = browser.submit('Sign in', { username: person.username, password: PASSWORD })
      // For the sweep a month has passed, so it may also remove whoever signed in before it looked.
      await Promise.all([signIn, sweep()])
      const [row] = await rowsOf(
        `select status, username, (select count(*) from sessions where user_id = users.id) > 1 as is_in,
          (select count(*) from account_deletions where user_id = users.id) as deletions from users where id = ?`,
        person.id,
      )
      if (row?.status === 'active')
        expect(row).toMatchObject({ username: person.username, is_in: 1, deletions: 0 })
      else expect(row).toMatchObject({ status: 'deleted', is_in: 0, deletions: 1 })
    }
  })

  it.each([
    ['has just confirmed the address', 'update users set is_email_confirmed = 1 where id = ?'],
    ['has just signed in', 'update users set last_seen_at = last_seen_at + 1 where id = ?'],
    ['was just suspended', "update users set status = 'suspended' where id = ?"],
    [
      'was just invited',
      `insert into ad_requests (campaign_id, sponsor_id, influencer_id, state, origin, turn, payment_amount, closes_at, created_at)
        select min(campaigns.id), sponsor_id, ?, 'pending', 'invitation', 'influencer', 1, 9e12, 1 from campaigns`,
    ],
  ])('whoever %s after the sweep has read the account keeps it', async (_, change) => {
    const person = await makeUnconfirmed()
    await makeCampaign(app, sponsor)
    const db = openDatabase({ TURSO_DATABASE_URL: app.libsql.url })
    const now = Date.now() + LATER
    const account = (await selectToCheck(db, now, null)).find(({ id }) => id === person.id)
    if (!account) throw new Error('It is not time to look at the account.')
    await run(app, change, [person.id])
    expect(await removeAccount(db, account, now)).toEqual({ ok: false, refusal: 'changed' })
    expect((await rowsOf('select username from users where id = ?', person.id))[0]?.username).toBe(
      person.username,
    )
    db.client.close()
  })
})

describe('at any size', () => {
  it('a chunk reads few accounts, in the order of an index that has only the unconfirmed ones', async () => {
    await run(
      app,
      `insert into users (username, email, display_name, password_hash, role, status, is_email_confirmed, created_at)
        select 'many' || value, 'many' || value || '@x.example', 'Many', 'x', 'influencer', 'active', 0, 1 from generate_series(1, ?)`,
      [CHUNK + 20],
    )
    const db = openDatabase({ TURSO_DATABASE_URL: app.libsql.url })
    const [first] = [await selectToCheck(db, 9e12, null)]
    expect(first).toHaveLength(CHUNK)

    const { sql, params } = selectToCheck(db, 9e12, [1, 1]).toSQL()
    const { rows } = await db.client.execute({
      sql: `explain query plan ${sql}`,
      args: params as (string | number)[],
    })
    const steps = rows.map(({ detail }) => String(detail))
    expect(steps.filter(isSlow)).toEqual([])
    expect(steps.join('\n')).toContain('SEARCH users USING INDEX users_to_check')

    await sweep(LATER)
    const left = await rowsOf("select count(*) as count from users where username like 'many%'")
    expect(left).toMatchObject([{ count: 0 }])
    db.client.close()
  })

  it('an account that is kept is not read by every sweep', async () => {
    const person = await makeUnconfirmed()
    await sweep(Date.now())
    const db = openDatabase({ TURSO_DATABASE_URL: app.libsql.url })
    const due = await selectToCheck(db, Date.now() + 29 * DAY, null)
    expect(due.map(({ id }) => id)).not.toContain(person.id)
    db.client.close()
  })
})
