import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { Env } from '../../../env.ts'
import type { Database } from '../../../platform/db/database.ts'
import { cookieName, isHttps } from '../../../platform/http/cookies.ts'
import type { UserId as ParleyUserId } from '../../../shared/ids.ts'
import { COOKIE } from './session-token.ts'

/** A session ends after two weeks without a visit. */
const IDLE = new TimeSpan(14, 'd')

declare module 'lucia' {
  interface Register {
    Lucia: Lucia
    UserId: ParleyUserId
  }
}

export type Scope = { readonly db: Database; readonly env: Env; readonly now: number }

/** Lucia stores through an adapter. Ours implements only the methods that the caller uses. */
export function luciaFor(scope: Scope, methods: Partial<Adapter>): Lucia {
  return new Lucia(
    { ...unusedMethods, ...methods },
    {
      sessionExpiresIn: IDLE,
      sessionCookie: {
        name: cookieName(scope.env, COOKIE),
        attributes: { secure: isHttps(scope.env), sameSite: 'lax', path: '/' },
      },
    },
  )
}

const unusedMethods: Adapter = {
  getSessionAndUser: unused,
  getUserSessions: unused,
  setSession: unused,
  updateSessionExpiration: unused,
  deleteSession: unused,
  deleteUserSessions: unused,
  deleteExpiredSessions: unused,
}

function unused(): never {
  throw new Error('Lucia called an adapter method that Parley does not use.')
}
