import { expect, test } from 'vitest'
import { parseEnv } from '../../../../src/env.ts'
import { deviceCookie, readDevice } from '../../../../src/features/accounts/sign-in/devices.ts'
import type { UserId } from '../../../../src/shared/ids.ts'

const env = parseEnv({
  PUBLIC_URL: 'https://parley.example',
  APP_SECRET: 'a secret of 32 characters or more',
  TURSO_DATABASE_URL: 'http://localhost',
})
const mara = 7 as UserId
const nora = 8 as UserId

test('the cookie names the account, is hidden from scripts, and belongs to this host for a year', () => {
  const cookie = deviceCookie(env, null, { userId: mara, signedInAt: 1_000 })
  expect(cookie).toMatch(/^__Host-parley_device=/)
  for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=31536000'])
    expect(cookie).toContain(attribute)
  expect(readDevice(env, sent(cookie))?.accounts).toEqual([{ userId: mara, signedInAt: 1_000 }])
})

test('a browser that several people use knows each of them, the last one first', () => {
  const first = sent(deviceCookie(env, null, { userId: mara, signedInAt: 1_000 }))
  const second = sent(deviceCookie(env, readDevice(env, first), { userId: nora, signedInAt: 2_000 }))
  const again = sent(deviceCookie(env, readDevice(env, second), { userId: mara, signedInAt: 3_000 }))
  expect(readDevice(env, again)).toEqual({
    id: readDevice(env, first)?.id,
    accounts: [
      { userId: mara, signedInAt: 3_000 },
      { userId: nora, signedInAt: 2_000 },
    ],
  })
  let cookie = again
  for (let id = 10; id < 30; id++)
    cookie = sent(deviceCookie(env, readDevice(env, cookie), { userId: id as UserId, signedInAt: 4_000 }))
  expect(readDevice(env, cookie)?.accounts).toHaveLength(5)
})

test('a cookie that was changed, cut or made up counts as none', () => {
  const cookie = sent(deviceCookie(env, null, { userId: mara, signedInAt: 1_000 }))
  const other = { ...env, APP_SECRET: 'another secret of 32 characters or so' }
  expect(readDevice(other, cookie)).toBeNull()
  for (const forged of [
    cookie.replace('.7-', '.8-'),
    cookie.replace('-1000', '-9000'),
    cookie.slice(0, -1),
    `${cookie}.8-1000`,
    '__Host-parley_device=',
    '__Host-parley_device=100%',
    `__Host-parley_device=${'9'.repeat(100_000)}`,
    cookie.replace('__Host-', ''),
  ])
    expect(readDevice(env, forged)).toBeNull()
})

/** The cookie as the browser sends it back. */
function sent(cookie: string): string {
  return cookie.slice(0, cookie.indexOf(';'))
}
