import { afterAll, beforeAll, expect, it } from 'vitest'
import { type App, startApp } from '../../support/app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const password = 'seven green otters'
const company = { company_name: 'Northway', industry: 'Gear' }

it('an account is created and found by what was pasted, whatever came with it', async () => {
  const pasted = { username: '\u200b@Mara.L\ufeff', email: '\u00a0M&M+news@BÜCHER.example\n' }
  const page = await app.visitor().post('/sign-up/sponsor', { ...company, ...pasted, password })
  expect(page.status).toBe(200)
  const { rows } = await app.db.execute('select username, email from users')
  expect(rows.map(({ username, email }) => [username, email])).toEqual([
    ['mara.l', 'm&m+news@xn--bcher-kva.example'],
  ])
})

it.each(['mara.l', 'MARA.L\u200b', 'm&m+news@bücher.example', 'M&M+NEWS@xn--bcher-kva.example'])(
  'signs in as %j',
  async (username) => {
    const page = await app.visitor().post('/sign-in', { username, password })
    expect(page.document.querySelector('form[action="/sign-out"]')).not.toBeNull()
  },
)

it('no second account has the same address in another spelling', async () => {
  const spelled = { username: 'mara.two', email: 'm&m+news@BÜcher.example' }
  await app.visitor().post('/sign-up/sponsor', { ...company, ...spelled, password })
  const { rows } = await app.db.execute("select count(*) as count from users where email like '%bcher%'")
  expect(rows[0]?.count).toBe(1)
})
