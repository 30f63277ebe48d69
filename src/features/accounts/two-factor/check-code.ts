import { and, eq, lt, sql } from 'drizzle-orm'
import { expectOneRow, mutation, type Statement, write } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'
import { MINUTE, SECOND } from '../../../shared/time.ts'
import { recordSecurityEvent } from '../../security-log/commands.ts'
import type { RequestOrigin } from '../../security-log/origin.ts'
import { attempt, type Counter, counter, reset } from '../rate-limit.ts'
import { users } from '../schema.ts'
import type { Scope } from '../sessions/lucia.ts'
import { codeGuessedMail, recoveryCodeUsedMail } from './notifications.ts'
import { hashRecoveryCode } from './recovery-codes.ts'
import { recoveryCodes, twoFactor } from './schema.ts'
import { unsealSecret } from './stored-secret.ts'
import { stepOfCode } from './totp.ts'

/** What somebody typed: a code of their app, or a recovery code. */
export interface TypedCode {
  readonly kind: 'app' | 'recovery'
  readonly text: string
  /** The id of a device that has signed in to the account before. It has attempts of its own. */
  readonly device?: string | null
}

/** `used`: this code, or a later one, was accepted before. `off`: the account has no two-factor sign-in. */
export type CodeRefusal = 'wrong' | 'used' | 'too_many' | 'off'

export interface CheckedCode {
  /** The account's stored password hash of now. */
  readonly passwordHash: string
  /** For the batch that the code allows. They use the code up, and stop the batch if somebody was faster (`used`). */
  readonly accept: readonly Statement<'used'>[]
}

/**
 * Guessing six digits must stay hopeless: after five wrong codes comes a wait that grows to 15 minutes, which leaves about
 * 100 guesses a day at three codes in a million. Only somebody who knows the password gets this far. If they guess all
 * the time, the owner still gets in on a device that they have used before.
 */
function codeAttempts(userId: UserId, device: string | null): Counter {
  const limit = { free: 5, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }
  return counter(limit, 'code', String(userId), ...(device === null ? [] : [device]))
}

/**
 * Checks a code of an account whose password was checked already. Counts the attempt first, so that parallel attempts
 * cannot slip through. One round trip, and one more to record a failure.
 */
export async function checkCode(
  { db, env, now }: Scope,
  userId: UserId,
  typed: TypedCode,
  origin: RequestOrigin,
): Promise<Result<CheckedCode, CodeRefusal>> {
  const counters = [codeAttempts(userId, typed.device ?? null)]
  const hash = typed.kind === 'recovery' ? hashRecoveryCode(userId, typed.text) : null
  const { allowed, results } = await attempt(db, counters, now, [selectForCheck(userId, hash)])
  if (!allowed) {
    await write(db, [
      recordSecurityEvent({ userId, kind: 'limit_hit', origin, detail: 'codes', at: now }),
      codeGuessedMail(userId, now),
    ])
    return refuse('too_many')
  }

  const row = results[0]?.rows[0]
  if (!row) return refuse('off')
  const accept = acceptOf(row)
  if (accept.ok)
    return ok({ passwordHash: String(row.passwordHash), accept: [...accept.value, reset(counters)] })
  if (accept.refusal === 'wrong')
    await write(db, [recordSecurityEvent({ userId, kind: 'code_failed', origin, at: now })])
  return accept

  function acceptOf(stored: NonNullable<typeof row>): Result<readonly Statement<'used'>[], 'wrong' | 'used'> {
    if (typed.kind === 'app') {
      const secret = unsealSecret(env, userId, String(stored.secret))
      const step = secret === null ? null : stepOfCode(typed.text, secret, now)
      return acceptAppCode(userId, step, Number(stored.lastStep))
    }
    if (stored.isRecoveryCode !== 1 || hash === null) return refuse('wrong')
    return ok(acceptRecoveryCode(userId, hash, Number(stored.recoveryCodes), now, origin))
  }
}

function acceptAppCode(
  userId: UserId,
  step: number | null,
  lastStep: number,
): Result<readonly Statement<'used'>[], 'wrong' | 'used'> {
  if (step === null) return refuse('wrong')
  if (step <= lastStep) return refuse('used')
  return ok([
    mutation
      .update(twoFactor)
      .set({ lastStep: step })
      .where(and(eq(twoFactor.userId, userId), lt(twoFactor.lastStep, step))),
    expectOneRow('used'),
  ])
}

function acceptRecoveryCode(
  userId: UserId,
  hash: string,
  left: number,
  now: number,
  origin: RequestOrigin,
): readonly Statement<'used'>[] {
  return [
    mutation.delete(recoveryCodes).where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.hash, hash))),
    expectOneRow('used'),
    recordSecurityEvent({ userId, kind: 'recovery_code_used', origin, at: now }),
    recoveryCodeUsedMail(userId, now, left - 1),
  ]
}

function selectForCheck(userId: UserId, hash: string | null) {
  const own = sql`select 1 from ${recoveryCodes} where ${recoveryCodes}.user_id = ${userId}`
  return mutation
    .select({
      passwordHash: users.passwordHash,
      secret: twoFactor.secret,
      lastStep: twoFactor.lastStep,
      recoveryCodes: sql`(select count(*) from (${own}))`.as('recovery_codes'),
      isRecoveryCode: sql`exists (${own} and hash = ${hash})`.as('is_recovery_code'),
    })
    .from(twoFactor)
    .innerJoin(users, eq(users.id, twoFactor.userId))
    .where(and(eq(twoFactor.userId, userId), sql`${twoFactor.enabledAt} is not null`))
}
