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

it.each(['mara.l', 'MARA.L\u200b'])('signs in as %j', async (username) => {
  expect(await canSignIn(username, password)).toBe(true)
})

it.each(['m&m+news@bücher.example', 'M&M+NEWS@xn--bcher-kva.example'])(
  'signs in as %j when the address is confirmed',
  async (address) => {
    expect(await canSignIn(address, password)).toBe(false)
    await confirmAddressOf('mara.l')
    expect(await canSignIn(address, password)).toBe(true)
    await app.db.execute('update users set is_email_confirmed = 0')
  },
)

it('no second account can confirm the same address in another spelling', async () => {
  await confirmAddressOf('mara.l')
  const spelled = { username: 'mara.two', email: 'm&m+news@BÜcher.example', password: 'nine blue herons' }
  await app.visitor().post('/sign-up/sponsor', { ...company, ...spelled })
  expect(await canSignIn('mara.two', spelled.password)).toBe(true)
  await expect(confirmAddressOf('mara.two')).rejects.toThrow('UNIQUE')
  expect(await canSignIn(spelled.email, spelled.password)).toBe(false)
})

async function canSignIn(username: string, secret: string): Promise<boolean> {
  const page = await app.visitor().post('/sign-in', { username, password: secret })
  return page.document.querySelector('form[action="/sign-out"]') !== null
}

async function confirmAddressOf(username: string): Promise<void> {
  await app.db.execute({
    sql: 'update users set is_email_confirmed = 1 where username = ?',
    args: [username],
  })
}
