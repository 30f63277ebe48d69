import { type Column, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../../platform/db/database.ts'
import { withSearchText } from '../../../../platform/db/searched-text.ts'
import { mutation, onConflict, write } from '../../../../platform/db/write.ts'
import type { UserId } from '../../../../shared/ids.ts'
import { ok, type Result, refuse } from '../../../../shared/result.ts'
import { HOUR, MINUTE } from '../../../../shared/time.ts'
import { recordEvent } from '../../../activity/commands.ts'
import { changeToTakenEmail } from '../../notifications.ts'
import { verifyPassword } from '../../passwords/passwords.ts'
import { attempt, counter, reset } from '../../rate-limit.ts'
import { users } from '../../schema.ts'
import { passwordAttempts } from '../password/commands.ts'
import type { AccountForm } from './forms.ts'

/** Strict, because it could be used to find out which addresses have an account. */
const emailChanges = { free: 5, firstWait: 10 * MINUTE, longestWait: HOUR }

// Lists and profiles show display names.
const invalidates = ['influencers', 'campaigns', 'statistics'] as const

type Details = Omit<AccountForm, 'currentPassword' | 'email'>

export type AccountRefusal = 'password_needed' | 'password_wrong' | 'too_many'

/**
 * Saves the account's details. A new e-mail address needs the current password. If the address belongs to
 * another account, the outcome still reads `email_changed` and only the address's owner learns about it. Two
 * round trips.
 */
export async function saveAccount(
  db: Database,
  id: UserId,
  { currentPassword, ...account }: AccountForm,
  now: number,
): Promise<Result<'saved' | 'email_changed', AccountRefusal>> {
  const { email, ...details } = account
  const counters = currentPassword
    ? [passwordAttempts(id), counter(emailChanges, 'e-mail change', String(id))]
    : []
  const { allowed, results } = await attempt(db, counters, now, [selectLogin(id), selectOwner(email)])
  const [login, owner] = results.map(({ rows }) => rows[0])
  if (login?.email === email) {
    await write(db, [update(id, details)], { invalidates })
    return ok('saved')
  }

  if (!currentPassword) return refuse('password_needed')
  if (!allowed) return refuse('too_many')
  const isRight = await verifyPassword(currentPassword, login ? String(login.passwordHash) : null)
  if (!isRight) return refuse('password_wrong')

  const saved = owner ? refuse('taken' as const) : await saveWithEmail(db, id, account, now)
  if (!saved.ok) await write(db, [update(id, details), changeToTakenEmail(email, now)], { invalidates })
  return ok('email_changed')
}

// Someone else may have taken the address since it was looked up: then the unique index refuses it.
function saveWithEmail(db: Database, id: UserId, account: Details & { readonly email: string }, now: number) {
  return write(
    db,
    [
      onConflict('taken', update(id, account)),
      recordEvent({ subject: 'user', subjectId: id, kind: 'email_changed', actor: id, at: now }),
      reset([passwordAttempts(id)]),
    ],
    { invalidates },
  )
}

function update(id: UserId, columns: Details & { readonly email?: string }) {
  return mutation
    .update(users)
    .set({ ...withSearchText(users, columns), ...plannedAnew(columns.timeZone) })
    .where(eq(users.id, id))
}

/** In another time zone, the daily reminder and the monthly report are due at another moment. */
function plannedAnew(timeZone: string | undefined) {
  if (timeZone === undefined) return {}
  const unlessMoved = (planned: Column) => sql<number>`iif(${users.timeZone} = ${timeZone}, ${planned}, 0)`
  return {
    nextReminderAt: unlessMoved(users.nextReminderAt),
    nextReportAt: unlessMoved(users.nextReportAt),
  }
}

function selectLogin(id: UserId) {
  return mutation
    .select({ email: users.email, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, id))
}

function selectOwner(email: string) {
  return mutation.select({ id: users.id }).from(users).where(eq(users.email, email))
}
