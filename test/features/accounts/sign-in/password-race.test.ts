import { randomBytes, scryptSync } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import type { Visitor } from '../../../support/visitor.ts'

const ROUNDS = 5
const SIGN_INS = 10
/** In milliseconds. The change takes longer, so some wait for their turn to be verified while it is made. */
const SPREAD = 500
const OLD = 'nine quiet herons'
const NEW = 'eleven loud herons'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('no sign-in with the old password outlives the change of the password', async () => {
  const statuses = new Set<number>()
  for (let round = 0; round < ROUNDS; round++) {
    const person = await makePerson(app, 'influencer')
    const sql = 'update users set password_hash = ? where id = ?'
    await app.db.execute({ sql, args: [quickHash(OLD), person.id] })

    const changing = changePassword(person.browser)
    const signIns = Array.from({ length: SIGN_INS }, async (_, index) => {
      await wait((index * SPREAD) / SIGN_INS)
      return signIn(person, `10.0.${round}.${index}`)
    })
    expect(await changing).toBe(200)
    expect(person.browser.sees('Password changed.')).toBe(true)

    const last = await signIn(person, `10.0.${round}.${SIGN_INS}`)
    for (const { status, browser } of [...(await Promise.all(signIns)), last]) {
      statuses.add(status)
      expect((await browser.get('/home')).url).toBe('/sign-in?next=%2Fhome')
    }
    expect(await countSessions(person)).toBe(1)
    expect((await person.browser.get('/home')).url).toBe('/home')
  }
  // Some signed in before the change, and some were refused after it. On a busy machine, others wait too long (503).
  expect([...statuses]).toEqual(expect.arrayContaining([303, 422]))
})

/** On a busy machine, the change too may wait too long for its turn (503). Then it is sent again. */
async function changePassword(browser: Visitor): Promise<number> {
  const change = () => browser.post('/settings/password', { current_password: OLD, new_password: NEW })
  let { status } = await change()
  while (status === 503) {
    await wait(SPREAD)
    status = (await change()).status
  }
  return status
}

/** From an address of its own, so that none is stopped for the others. */
async function signIn({ username }: Person, address: string): Promise<{ status: number; browser: Visitor }> {
  const browser = app.visitor()
  const { status } = await browser.send('/sign-in', {
    method: 'POST',
    headers: { 'CF-Connecting-IP': address },
    body: new URLSearchParams({ username, password: OLD }),
  })
  return { status, browser }
}

/** A stored hash that is verified at once: only the new password takes its time. */
function quickHash(password: string): string {
  const salt = randomBytes(16)
  const key = scryptSync(password, salt, 32, { N: 2, r: 8, p: 1 })
  return ['scrypt', 2, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$')
}

async function countSessions({ id }: Person): Promise<number> {
  const { rows } = await app.db.execute({
    sql: 'select count(*) as count from sessions where user_id = ?',
    args: [id],
  })
  return Number(rows[0]?.count)
}
