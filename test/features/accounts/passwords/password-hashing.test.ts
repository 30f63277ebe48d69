import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '../../../../src/features/accounts/passwords/passwords.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, PASSWORD, type Person } from '../../../support/people.ts'

let app: App
let person: Person

beforeAll(async () => {
  app = await startApp()
  person = await makePerson(app, 'influencer')
  // The password of other tests is hashed at a low cost.
  const args = [await hashPassword(PASSWORD), person.id]
  await app.db.execute({ sql: 'update users set password_hash = ? where id = ?', args })
})
afterAll(() => app.close())

test('pages are answered between the sign-ins that come at the same moment', async () => {
  const answered: string[] = []
  const signIns = Array.from({ length: 6 }, async (_, index) => {
    const { status } = await signIn({ 'CF-Connecting-IP': `203.0.113.${index}` })
    answered.push('sign-in')
    return status
  })
  const pages = Array.from({ length: 3 }, async () => {
    await (await fetch(`${app.url}/sign-in`)).text()
    answered.push('page')
  })
  expect(await Promise.all(signIns)).toEqual([303, 303, 303, 303, 303, 303])
  await Promise.all(pages)
  // When all six were hashed one right after the other, the pages came last.
  expect(answered.slice(0, 6).filter((one) => one === 'page')).toHaveLength(3)
})

describe('too many at once', () => {
  test('are told when to try again, and keep what they typed', async () => {
    const all = await Promise.all(
      Array.from({ length: 36 }, (_, index) => signIn({ 'CF-Connecting-IP': `198.51.100.${index}` })),
    )
    const statuses = new Set(all.map(({ status }) => status))
    expect([...statuses].sort()).toEqual([303, 503])
    const refused = all.filter(({ status }) => status === 503)
    for (const { headers } of refused) {
      expect(Number(headers.get('Retry-After'))).toBeGreaterThanOrEqual(8)
      expect(headers.get('Set-Cookie')).toBeNull()
    }
    const page = await refused[0]?.text()
    expect(page).toContain('Too many people at once')
    expect(page).toContain(`name="username" value="${person.username}"`)
    expect(page).not.toContain(PASSWORD)
  })
})

function signIn(headers: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ username: person.username, password: PASSWORD })
  return fetch(`${app.url}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' })
}
