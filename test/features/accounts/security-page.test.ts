import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passwordAttempts } from '../../../src/features/accounts/settings/password/commands.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, PASSWORD, type Person, signedIn } from '../../support/people.ts'
import type { Visitor } from '../../support/visitor.ts'

const HOUR = 3_600_000
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

/** Signs in with Firefox on Windows, from 203.0.113.7. */
async function signInFrom(person: Person, password = PASSWORD): Promise<Visitor> {
  const browser = app.visitor()
  await browser.post(
    '/sign-in',
    { username: person.username, password },
    { 'User-Agent': FIREFOX, 'CF-Connecting-IP': '203.0.113.7' },
  )
  return browser
}

async function isSignedIn(browser: Visitor): Promise<boolean> {
  return (await browser.get('/settings/security')).url === '/settings/security'
}

async function sessionsOf({ id }: Person) {
  const { rows } = await app.db.execute({
    sql: 'select id, public_id, device, network, created_at, last_seen_at from sessions where user_id = ? order by created_at',
    args: [id],
  })
  return rows
}

async function setSignIn({ id }: Person, at: number): Promise<void> {
  await app.db.execute({ sql: 'update sessions set created_at = ? where user_id = ?', args: [at, id] })
}

/** Whether they have sent the form that changes the password. The counter is deleted once it is changed. */
async function hasTriedPassword({ id }: Person): Promise<boolean> {
  const { key } = passwordAttempts(id as UserId)
  const { rows } = await app.db.execute({ sql: 'select 1 from attempts where key = ?', args: [String(key)] })
  return rows.length > 0
}

describe('the sessions', () => {
  it('say the device and the network, and which one this is, and nothing that signs in', async () => {
    const person = await makePerson(app, 'influencer')
    const browser = await signInFrom(person)
    await browser.get('/settings/security')
    const [first] = browser.page.document.querySelectorAll('.session-list li')
    expect(first?.textContent).toContain('Firefox on Windows')
    expect(first?.textContent).toContain('This device')
    expect(first?.textContent).toContain('IP address 203.0.113.x')
    expect(browser.page.document.querySelectorAll('.session-list li')).toHaveLength(2)
    for (const { id } of await sessionsOf(person)) expect(browser.page.html).not.toContain(String(id))
    expect(browser.page.html).not.toContain('203.0.113.7')
  })

  it('can be ended one by one', async () => {
    const person = await makePerson(app, 'influencer')
    const browser = await signInFrom(person)
    await browser.get('/settings/security')
    await browser.submit('Sign out Unknown device')
    expect(browser.sees('That device is signed out.')).toBe(true)
    expect(await isSignedIn(browser)).toBe(true)
    expect(await isSignedIn(person.browser)).toBe(false)
  })

  it('can be ended everywhere else', async () => {
    const person = await makePerson(app, 'influencer')
    const [other, browser] = [await signedIn(app, person.id), await signInFrom(person)]
    await browser.get('/settings/security')
    await browser.submit('Sign out everywhere else')
    expect(browser.sees('You are signed out on all other devices.')).toBe(true)
    expect(await sessionsOf(person)).toHaveLength(1)
    expect(await isSignedIn(other)).toBe(false)
    expect(await isSignedIn(browser)).toBe(true)
  })

  it("of others cannot be ended, even by who knows a session's name", async () => {
    const [person, thief] = [await makePerson(app, 'influencer'), await makePerson(app, 'influencer')]
    const [session] = await sessionsOf(person)
    await thief.browser.post(`/settings/security/sessions/${session?.public_id}/end`)
    expect(await sessionsOf(person)).toHaveLength(1)
    const { rows } = await app.db.execute("select user_id from security_events where kind = 'session_ended'")
    expect(rows.filter((row) => row.user_id === thief.id)).toEqual([])
  })

  it('are written down as seen at most once an hour', async () => {
    const person = await makePerson(app, 'influencer')
    const seen = Date.now() - 2 * HOUR
    await app.db.execute({
      sql: 'update sessions set last_seen_at = ? where user_id = ?',
      args: [seen, person.id],
    })
    await person.browser.get('/settings/security')
    await expect
      .poll(async () => Number((await sessionsOf(person))[0]?.last_seen_at))
      .toBeGreaterThan(Date.now() - HOUR)
  })
})

describe('the session of an admin', () => {
  it('ends 12 hours after the sign-in, however active they are', async () => {
    const admin = await makePerson(app, 'admin')
    const age = async (hours: number) => {
      const at = Date.now() - hours * HOUR
      await app.db.execute({
        sql: 'update sessions set created_at = ?, last_seen_at = ?, expires_at = ? where user_id = ?',
        args: [at, Date.now(), Date.now() + 14 * 24 * HOUR, admin.id],
      })
    }
    await age(11.9)
    expect((await admin.browser.get('/admin/users')).url).toBe('/admin/users')
    await age(12.1)
    expect((await admin.browser.get('/admin/users')).url).toBe('/sign-in?next=%2Fadmin%2Fusers')
    expect(admin.browser.hasCookie('parley_session')).toBe(false)
  })

  it('is not made longer by a new password, which asks for no code', async () => {
    const admin = await makePerson(app, 'admin')
    const signedInAt = Date.now() - 11 * HOUR
    await setSignIn(admin, signedInAt)
    await admin.browser.get('/settings/password')
    const fields = { current_password: PASSWORD, new_password: 'eleven loud herons' }
    await admin.browser.submit('Change password', fields)
    expect(admin.browser.sees('Password changed.')).toBe(true)
    expect((await sessionsOf(admin)).map(({ created_at }) => created_at)).toEqual([signedInAt])
  })

  it('cannot be followed by another one once it was ended', async () => {
    const admin = await makePerson(app, 'admin')
    const fields = { current_password: PASSWORD, new_password: 'eleven loud herons' }
    const changing = admin.browser.post('/settings/password', fields)
    // While the passwords are hashed, which takes 0.4 seconds.
    await expect.poll(() => hasTriedPassword(admin), { interval: 5 }).toBe(true)
    await app.db.execute({ sql: 'delete from sessions where user_id = ?', args: [admin.id] })
    expect((await changing).text).toContain('nothing was saved')
    expect(await sessionsOf(admin)).toEqual([])
  })

  it('is longer for everybody else', async () => {
    const person = await makePerson(app, 'influencer')
    await app.db.execute({
      sql: 'update sessions set created_at = ? where user_id = ?',
      args: [Date.now() - 59 * 24 * HOUR, person.id],
    })
    expect(await isSignedIn(person.browser)).toBe(true)
  })
})

describe('the security log', () => {
  it('shows its owner sign-ins, failures and changes, and no secret', async () => {
    const person = await makePerson(app, 'influencer')
    const browser = await signInFrom(person)
    await browser.get('/settings/password')
    await browser.submit('Change password', {
      current_password: PASSWORD,
      new_password: 'nine purple walruses',
    })
    await browser.post('/sign-out')
    const again = await signInFrom(person, 'nine purple walruses')
    await again.get('/settings/security/log')
    const entries = [...again.page.document.querySelectorAll('.security-events li .state')].map(
      (e) => e.textContent,
    )
    expect(entries.toSorted()).toEqual(['Password changed', 'Signed in, 2 times', 'Signed out'])
    expect(again.page.html).not.toContain('walruses')
  })

  it('has wrong passwords, at sign-in and in the settings, and nothing of what was typed', async () => {
    const person = await makePerson(app, 'influencer')
    await signInFrom(person, 'hunter2')
    await signInFrom({ ...person, username: `${person.username}@example.com` }, 'hunter2')
    await app.visitor().post('/sign-in', { username: 'hunter2', password: 'hunter2' })
    await person.browser.get('/settings/password')
    await person.browser.submit('Change password', {
      current_password: 'hunter2',
      new_password: 'hunter2hunter2',
    })
    await person.browser.get('/settings/data/deletion')
    await person.browser.post('/settings/data/deletion', { current_password: 'hunter2' })
    const read = async () => {
      const sql = 'select kind, detail, count from security_events where user_id = ? order by detail'
      return (await app.db.execute({ sql, args: [person.id] })).rows
    }
    await expect.poll(read).toMatchObject([
      { kind: 'sign_in_failed', detail: '', count: 2 },
      { kind: 'sign_in_failed', detail: 'settings', count: 2 },
    ])
    const { rows } = await app.db.execute('select * from security_events')
    expect(JSON.stringify(rows)).not.toContain('hunter2')
  })

  it('has pages, and shows nobody else', async () => {
    const [person, other] = [await makePerson(app, 'influencer'), await makePerson(app, 'influencer')]
    const thisHour = Math.floor(Date.now() / HOUR) * HOUR
    for (let n = 0; n < 25; n++) {
      await app.db.execute({
        sql: `insert into security_events (user_id, kind, hour, network, device, place, detail, first_at, at)
          values (?1, 'signed_in', ?2, '', ?3, '', '', ?2, ?2)`,
        args: [person.id, thisHour - n * HOUR, `Device ${n}.`],
      })
    }
    const { browser } = person
    await browser.get('/settings/security/log')
    expect(browser.sees('Device 19.')).toBe(true)
    expect(browser.sees('Device 20.')).toBe(false)
    await browser.click('More')
    expect(browser.sees('Device 19.')).toBe(false)
    expect(browser.sees('Device 24.')).toBe(true)
    await other.browser.get('/settings/security/log')
    expect(other.browser.sees('Nothing yet')).toBe(true)
  })

  it('has who asks for admin pages without being one, in one row', async () => {
    const person = await makePerson(app, 'influencer')
    for (const path of ['/admin/users', '/admin/users', '/admin/users/1', '/admin/hunter2'])
      expect((await person.browser.get(path)).status).toBe(404)
    const read = async () => {
      const sql = 'select detail, count from security_events where user_id = ? order by detail'
      return (await app.db.execute({ sql, args: [person.id] })).rows
    }
    await expect.poll(read).toMatchObject([
      { detail: '', count: 1 },
      { detail: 'users', count: 3 },
    ])
  })

  it('shows admins everybody, by person, kind, address and day', async () => {
    const [admin, person] = [await makePerson(app, 'admin'), await makePerson(app, 'influencer')]
    await signInFrom(person)
    const { browser } = admin
    const rows = () => browser.page.document.querySelectorAll('tbody tr').length
    await browser.get(`/admin/users/${person.id}`)
    await browser.click('Their security log')
    expect(rows()).toBe(1)
    const today = new Date().toISOString().slice(0, 10)
    for (const [filter, found] of [
      ['kind=signed_in', 1],
      ['kind=limit_hit', 0],
      ['network=203.0.113.99', 1],
      ['network=198.51.100.1', 0],
      [`from=${today}`, 1],
      ['until=2020-01-01', 0],
    ] as const) {
      await browser.get(`/admin/security-log?username=${person.username.toUpperCase()}&${filter}`)
      expect(rows(), filter).toBe(found)
    }
  })
})

describe('an admin who ends the sessions of a person', () => {
  it('gives a reason, and the person is signed out everywhere', async () => {
    const [admin, person] = [await makePerson(app, 'admin'), await makePerson(app, 'influencer')]
    await admin.browser.get(`/admin/users/${person.id}`)
    await admin.browser.submit('Sign out everywhere', { sessions_reason: '' })
    expect(admin.browser.page.status).toBe(422)
    await admin.browser.submit('Sign out everywhere', { sessions_reason: 'A stolen laptop.' })
    expect(admin.browser.sees('Signed out everywhere.')).toBe(true)
    expect(await isSignedIn(person.browser)).toBe(false)
    // A second click finds nothing to end.
    const again = await admin.browser.post(`/admin/users/${person.id}/sessions/end`, {
      sessions_reason: 'Again.',
    })
    expect(again.status).toBe(409)
  })
})
