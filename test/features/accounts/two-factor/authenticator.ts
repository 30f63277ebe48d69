import { TOTP } from 'otpauth'
import { parseEnv } from '../../../../src/env.ts'
import { hashRecoveryCode } from '../../../../src/features/accounts/two-factor/recovery-codes.ts'
import { sealSecret } from '../../../../src/features/accounts/two-factor/stored-secret.ts'
import { newSecret } from '../../../../src/features/accounts/two-factor/totp.ts'
import type { UserId } from '../../../../src/shared/ids.ts'
import type { App } from '../../../support/app.ts'

/** A recovery code that `switchOn` gives. */
export const RECOVERY_CODE = '7K3M-9QZ2-4HXT-VB8E'

/** Switches two-factor sign-in on, as its owner would. Returns what their authenticator app holds. */
export async function switchOn(app: App, userId: number): Promise<string> {
  const secret = newSecret()
  const env = parseEnv({ PUBLIC_URL: 'http://parley.test', TURSO_DATABASE_URL: app.libsql.url })
  await app.db.batch([
    {
      sql: 'insert into two_factor (user_id, secret, enabled_at, setup_at) values (?1, ?2, ?3, ?3)',
      args: [userId, sealSecret(env, userId as UserId, secret), Date.now()],
    },
    {
      sql: 'insert into recovery_codes (user_id, hash) values (?, ?)',
      args: [userId, hashRecoveryCode(userId as UserId, RECOVERY_CODE)],
    },
  ])
  return secret
}

/** What the app shows. `steps` later (or earlier) it shows another code. */
export function codeNow(secret: string, steps = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 })
}

/** A code that is wrong now. */
export function wrongCode(secret: string): string {
  const right = [-2, -1, 0, 1, 2].map((steps) => codeNow(secret, steps))
  return (
    ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !right.includes(code)) ??
    '666666'
  )
}
