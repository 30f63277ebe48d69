import type { Env } from '../../../env.ts'
import type { UserId } from '../../../shared/ids.ts'
import { seal, unseal } from './sealing.ts'

// The purpose names the account, so that a secret cannot be moved to another account's row.
const purposeFor = (userId: UserId) => `two-factor secret of ${userId}`

/** The secret as the table has it. */
export function sealSecret(env: Env, userId: UserId, secret: string): string {
  return seal(env, purposeFor(userId), secret)
}

/** The secret. Null if the app secret has changed since it was stored: then only a recovery code or an admin helps. */
export function unsealSecret(env: Env, userId: UserId, stored: string): string | null {
  return unseal(env, purposeFor(userId), stored)
}
