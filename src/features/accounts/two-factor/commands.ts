import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { expectOneRow, expectThat, mutation, type Statement, write } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { ok } from '../../../shared/result.ts'
import { MINUTE } from '../../../shared/time.ts'
import { recordSecurityEvent } from '../../security-log/commands.ts'
import type { RequestOrigin } from '../../security-log/origin.ts'
import { expectPassword, type VerifiedPassword } from '../passwords/verified-password.ts'
import type { Scope } from '../sessions/lucia.ts'
import { twoFactorOffMail, twoFactorOnMail } from './notifications.ts'
import { hasTwoFactor, type TwoFactorState } from './queries.ts'
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import { recoveryCodes, twoFactor } from './schema.ts'
import { sealSecret, unsealSecret } from './stored-secret.ts'
import { newSecret, stepOfCode } from './totp.ts'

/** So long a secret can be scanned and confirmed after the password was entered, in milliseconds. */
export const SETUP_TIME = 30 * MINUTE

/**
 * Begins to set up two-factor sign-in, after the password was checked. Only the session with this id sees the secret.
 * Beginning again makes another secret. Refuses if it is on already, or if the password has changed meanwhile.
 */
export function startSetup({ db, env, now }: Scope, verified: VerifiedPassword, sessionId: string) {
  const { userId } = verified
  const setup = {
    secret: sealSecret(env, userId, newSecret()),
    enabledAt: null,
    setupSession: sessionId,
    setupAt: now,
    lastStep: 0,
  }
  return write(db, [
    expectPassword('password_changed', verified),
    expectThat('is_on', sql`not ${hasTwoFactor(sql`${userId}`)}`),
    mutation
      .insert(twoFactor)
      .values({ userId, ...setup })
      .onConflictDoUpdate({ target: twoFactor.userId, set: setup }),
  ])
}

/** Whether this session is setting up two-factor sign-in right now. */
export function isSettingUp(
  state: TwoFactorState | undefined,
  sessionId: string | null,
  now: number,
): boolean {
  return state?.setupSession != null && state.setupSession === sessionId && now < state.setupAt + SETUP_TIME
}

/**
 * Switches two-factor sign-in on, given a first code of the app. Returns the recovery codes, which are shown once.
 * Refuses a wrong code, and if the setup has changed meanwhile (`gone`).
 */
export async function finishSetup(
  { db, env, now }: Scope,
  {
    userId,
    state,
    code,
    origin,
  }: { userId: UserId; state: TwoFactorState; code: string; origin: RequestOrigin },
) {
  const secret = unsealSecret(env, userId, state.secret)
  const step = secret === null ? null : stepOfCode(code, secret, now)
  if (step === null) return { ok: false, refusal: 'wrong' } as const
  const codes = newRecoveryCodes()
  const saved = await write(db, [
    mutation
      .update(twoFactor)
      .set({ enabledAt: now, setupSession: null, lastStep: step })
      .where(
        and(eq(twoFactor.userId, userId), isNull(twoFactor.enabledAt), eq(twoFactor.secret, state.secret)),
      ),
    expectOneRow('gone'),
    ...replaceRecoveryCodes(userId, codes),
    recordSecurityEvent({ userId, kind: 'two_factor_on', origin, at: now }),
    twoFactorOnMail(userId, now),
  ])
  return saved.ok ? ok(codes) : saved
}

/** Makes new recovery codes, after the password was checked. The old ones stop working. Refuses if it is off by now. */
export async function makeRecoveryCodes(
  { db, now }: Scope,
  verified: VerifiedPassword,
  origin: RequestOrigin,
) {
  const { userId } = verified
  const codes = newRecoveryCodes()
  const saved = await write(db, [
    expectPassword('password_changed', verified),
    expectThat('is_off', hasTwoFactor(sql`${userId}`)),
    ...replaceRecoveryCodes(userId, codes),
    recordSecurityEvent({ userId, kind: 'recovery_codes_made', origin, at: now }),
  ])
  return saved.ok ? ok(codes) : saved
}

/**
 * Switches two-factor sign-in off, after password and code were checked. `acceptCode` are the statements that use up the
 * code.
 */
export function switchOff<Name extends string>(
  { db, now }: Scope,
  verified: VerifiedPassword,
  acceptCode: readonly Statement<Name>[],
  origin: RequestOrigin,
) {
  const { userId } = verified
  return write<Name | 'password_changed'>(db, [
    expectPassword('password_changed', verified),
    ...acceptCode,
    ...deleteTwoFactor(userId),
    recordSecurityEvent({ userId, kind: 'two_factor_off', origin, at: now }),
    twoFactorOffMail(userId, now, 'owner'),
  ])
}

/** For an admin's batch: removes two-factor sign-in from an account that has it, and tells its owner. */
export function removeTwoFactor(userId: UserId, now: number, origin: RequestOrigin): Statement<'is_off'>[] {
  return [
    expectThat('is_off', hasTwoFactor(sql`${userId}`)),
    ...deleteTwoFactor(userId),
    recordSecurityEvent({ userId, kind: 'two_factor_removed_by_admin', origin, at: now }),
    twoFactorOffMail(userId, now, 'admin'),
  ]
}

function replaceRecoveryCodes(userId: UserId, codes: readonly string[]) {
  const rows = codes.flatMap((code) => {
    const hash = hashRecoveryCode(userId, code)
    return hash === null ? [] : [{ userId, hash }]
  })
  return [
    mutation.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)),
    mutation.insert(recoveryCodes).values(rows),
  ]
}

function deleteTwoFactor(userId: UserId): (SQL | Statement)[] {
  return [
    mutation.delete(twoFactor).where(eq(twoFactor.userId, userId)),
    mutation.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)),
  ]
}
