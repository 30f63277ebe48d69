import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseEnv } from '../../../../src/env.ts'
import type { VerifiedPassword } from '../../../../src/features/accounts/passwords/verified-password.ts'
import type { Scope } from '../../../../src/features/accounts/sessions/lucia.ts'
import { startSession } from '../../../../src/features/accounts/sessions/start-session.ts'
import { replacePassword } from '../../../../src/features/accounts/settings/password/commands.ts'
import { checkSignIn } from '../../../../src/features/accounts/sign-in/check-sign-in.ts'
import { requestDeletion } from '../../../../src/features/personal-data/deletion/commands.ts'
import { noOrigin } from '../../../../src/features/security-log/origin.ts'
import { openDatabase } from '../../../../src/platform/db/database.ts'
import { write } from '../../../../src/platform/db/write.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, PASSWORD, type Person } from '../../../support/people.ts'

const ROUNDS = 50

let app: App
let scope: Scope
let person: Person
let verified: VerifiedPassword

beforeAll(async () => {
  app = await startApp()
  const vars = { PUBLIC_URL: 'http://parley.test', TURSO_DATABASE_URL: app.libsql.url }
  scope = { db: openDatabase(vars), env: parseEnv(vars), now: Date.now() }
})
afterAll(() => app.close())
beforeEach(async () => {
  person = await makePerson(app, 'influencer')
  await app.db.execute({ sql: 'delete from sessions where user_id = ?', args: [person.id] })
  verified = await verify()
})

describe('a password that was verified', () => {
  test('starts a session while nothing has changed', async () => {
    expect(await startSession(scope, verified, { cookieHeader: undefined, origin: noOrigin })).toMatchObject({
      ok: true,
    })
    expect(await countSessions()).toBe(1)
  })

  test('starts none once the password has been changed', async () => {
    await write(scope.db, replacePassword(verified.userId, 'another hash', scope.now))
    expect(await startSession(scope, verified, { cookieHeader: undefined, origin: noOrigin })).toEqual({
      ok: false,
      refusal: 'password_changed',
    })
    expect(await countSessions()).toBe(0)
  })

  test.each(['suspended', 'deleted'])('starts none once the account is %s', async (status) => {
    await app.db.execute({ sql: 'update users set status = ? where id = ?', args: [status, person.id] })
    expect(await startSession(scope, verified, { cookieHeader: undefined, origin: noOrigin })).toEqual({
      ok: false,
      refusal: 'closed',
    })
    expect(await countSessions()).toBe(0)
  })

  test('does not change a password that somebody else has changed first', async () => {
    await write(scope.db, replacePassword(verified.userId, 'the first', scope.now))
    const statements = replacePassword(verified.userId, 'the second', scope.now)
    expect(
      await startSession(scope, verified, { cookieHeader: undefined, origin: noOrigin, statements }),
    ).toMatchObject({
      ok: false,
    })
    const { rows } = await app.db.execute({
      sql: 'select password_hash as hash from users where id = ?',
      args: [person.id],
    })
    expect(rows[0]?.hash).toBe('the first')
  })

  test('does not delete the account once the password has been changed', async () => {
    await write(scope.db, replacePassword(verified.userId, 'another hash', scope.now))
    const context = { actor: verified.userId, now: scope.now, currency: 'USD', requestId: 'test' }
    const requested = await requestDeletion(
      scope.db,
      { id: verified.userId, status: 'active' },
      context,
      verified,
    )
    expect(requested).toEqual({ ok: false, refusal: 'password_changed' })
  })

  test('never leaves a session behind, however the sign-in and the change of the password meet', async () => {
    const outcomes = new Set<boolean>()
    for (let round = 0; round < ROUNDS; round++) {
      const before = { ...verified, passwordHash: `hash ${round}` }
      await write(scope.db, replacePassword(verified.userId, before.passwordHash, scope.now))
      const signIn = () => startSession(scope, before, { cookieHeader: undefined, origin: noOrigin })
      const change = () => write(scope.db, replacePassword(verified.userId, `changed ${round}`, scope.now))
      const [started] =
        round % 2 === 0
          ? await Promise.all([signIn(), change()])
          : (await Promise.all([change(), signIn()])).toReversed()
      outcomes.add(started?.ok === true)
      expect(await countSessions()).toBe(0)
    }
    // Both orders have happened, so the race was one.
    expect([...outcomes].sort()).toEqual([false, true])
  })
})

describe('signing in again', () => {
  test("ends this browser's former session, whoever it belonged to", async () => {
    const other = await makePerson(app, 'sponsor')
    const { browser } = other
    const former = browser.cookie
    await browser.post('/sign-in', { username: person.username, password: PASSWORD })
    expect(browser.page.url).toBe('/home')
    expect(browser.sees(`influencer`)).toBe(true)
    expect((await fetchHome(former)).headers.get('Location')).toContain('/sign-in')
    expect((await fetchHome(browser.cookie)).status).toBe(200)
  })

  test('leaves the other browsers of the account signed in', async () => {
    const elsewhere = app.visitor()
    await elsewhere.post('/sign-in', { username: person.username, password: PASSWORD })
    const here = app.visitor()
    await here.post('/sign-in', { username: person.username, password: PASSWORD })
    expect((await elsewhere.get('/home')).url).toBe('/home')
  })

  test('with a wrong password leaves the former session as it is', async () => {
    const { browser } = await makePerson(app, 'sponsor')
    await browser.post('/sign-in', { username: person.username, password: 'not it at all' })
    expect((await browser.get('/home')).url).toBe('/home')
  })
})

async function verify(): Promise<VerifiedPassword> {
  const credentials = {
    account: person.username,
    password: PASSWORD,
    address: `address of ${person.id}`,
    device: null,
  }
  const checked = await checkSignIn(scope.db, credentials, scope.now)
  if (!checked.ok) throw new Error(checked.refusal.kind)
  return checked.value.verified
}

async function countSessions(): Promise<number> {
  const { rows } = await app.db.execute({
    sql: 'select count(*) as count from sessions where user_id = ?',
    args: [person.id],
  })
  return Number(rows[0]?.count)
}

function fetchHome(cookie: string): Promise<Response> {
  return fetch(`${app.url}/home`, { headers: { Cookie: cookie }, redirect: 'manual' })
}
