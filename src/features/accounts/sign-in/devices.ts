import { randomBytes } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { Env } from '../../../env.ts'
import { isMacOf, macOf } from '../../../platform/crypto/mac.ts'
import { ownCookie, readOwnCookie } from '../../../platform/http/cookies.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../schema.ts'
import { isNamed } from './named-account.ts'

/**
 * A browser that has signed in before. It has attempts of its own to sign in to those accounts again, so nobody can lock
 * the owner out with wrong guesses from elsewhere. That is all it grants.
 */
export interface Device {
  readonly id: string
  /** The account that signed in last is first. */
  readonly accounts: readonly DeviceAccount[]
}

interface DeviceAccount {
  readonly userId: UserId
  /** Milliseconds UTC. */
  readonly signedInAt: number
}

/** In seconds. Each sign-in starts the year again. */
const YEAR = 365 * 24 * 60 * 60

/** People who share a browser. */
const MAX_ACCOUNTS = 5

const COOKIE = 'parley_device'
const PURPOSE = 'device'

/** What the browser's cookie says. Null without a cookie, or if we did not sign it. */
export function readDevice(env: Env, cookieHeader: string | undefined): Device | null {
  const text = readOwnCookie(env, cookieHeader, COOKIE) ?? ''
  const [, signed = '', id = '', accounts = '', mac = ''] = pattern.exec(text) ?? []
  if (!isMacOf(env, PURPOSE, signed, mac)) return null
  return {
    id,
    accounts: accounts.split('.').map((account) => {
      const [userId = 0, signedInAt = 0] = account.split('-').map(Number)
      return { userId: userId as UserId, signedInAt }
    }),
  }
}

/** The cookie for a browser that has just signed in. It keeps the accounts that `device`, its cookie so far, names. */
export function deviceCookie(env: Env, device: Device | null, signedIn: DeviceAccount): string {
  const others = device?.accounts.filter(({ userId }) => userId !== signedIn.userId) ?? []
  const accounts = [signedIn, ...others].slice(0, MAX_ACCOUNTS)
  const id = device?.id ?? randomBytes(ID_BYTES).toString('base64url')
  const signed = [id, ...accounts.map(({ userId, signedInAt }) => `${userId}-${signedInAt}`)].join('.')
  return ownCookie(env, COOKIE, `${signed}.${macOf(env, PURPOSE, signed)}`, { maxAge: YEAR })
}

const ID_BYTES = 12
const pattern = /^(([\w-]{16})\.(\d{1,15}-\d{1,15}(?:\.\d{1,15}-\d{1,15})*))\.([\w-]{22})$/

/**
 * Whether the device has signed in to the account that somebody names, and since its password was set. A new password
 * ends what was known before it, because the old one may have been used on a stranger's device.
 */
export function hasSignedIn({ accounts }: Device, name: string): SQL {
  const known = JSON.stringify(accounts.map(({ userId, signedInAt }) => [userId, signedInAt]))
  return sql`exists (select 1 from ${users}, json_each(${known}) as known
    where ${isNamed(name)} and ${users.id} = known.value ->> 0
      and ${users.passwordChangedAt} <= known.value ->> 1)`
}
