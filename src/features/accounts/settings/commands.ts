import { eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { Database } from '../../../platform/db/database.ts'
import { mutation, onConflict, write } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'
import { HOUR, MINUTE } from '../../../shared/time.ts'
import { recordEvent } from '../../activity/commands.ts'
import { tellOwner } from '../notifications.ts'
import { verifyPassword } from '../passwords/passwords.ts'
import { counter, hit, isAllowed, reset } from '../rate-limit.ts'
import { users } from '../schema.ts'
import { passwordCounter } from './change-password.ts'
import type { accountForm } from './forms.ts'

type Wish = z.output<typeof accountForm>

/** Trying addresses, to see which of them stay out of reach, is slow. */
const emailChanges = { free: 5, firstWait: 10 * MINUTE, longestWait: HOUR }

/** What stands in the form before it is changed. */
export function selectOwnAccount(db: Database, id: UserId) {
  return db.orm
    .select({ displayName: users.displayName, email: users.email, timeZone: users.timeZone })
    .from(users)
    .where(eq(users.id, id))
}

/**
 * Saves name and time zone, and a new e-mail address where the current password comes with it. An address that
 * belongs to another account stays there, and nobody but its owner is told: it gives `email` then too. Two
 * round trips.
 */
export async function changeAccount(
  db: Database,
  id: UserId,
  wish: Wish,
  now: number,
): Promise<Result<'names' | 'email', 'password_needed' | 'password_wrong' | 'too_many'>> {
  const tries = wish.currentPassword ? hit(countersOf(id), now) : []
  const looked = await write(db, [...tries, selectSecret(id), selectOwner(wish.email)])
  if (!looked.ok) throw new Error('Counting a try has no guard that could stop it.')
  const [own, owner] = looked.value.slice(tries.length).map(({ rows }) => rows[0])
  if (own?.email === wish.email) {
    await write(db, [saveNames(id, wish)], { invalidates: ['influencers', 'campaigns', 'statistics'] })
    return ok('names')
  }

  if (!wish.currentPassword) return refuse('password_needed')
  if (!isAllowed(looked.value.slice(0, tries.length))) return refuse('too_many')
  const right = await verifyPassword(wish.currentPassword, own ? String(own.passwordHash) : null)
  if (!right) return refuse('password_wrong')

  const moved = owner ? refuse('taken' as const) : await moveEmail(db, id, wish, now)
  if (!moved.ok)
    await write(db, [saveNames(id, wish), tellOwner(wish.email, 'email_taken', now)], {
      invalidates: ['influencers', 'campaigns', 'statistics'],
    })
  return ok('email')
}

function countersOf(id: UserId) {
  return [passwordCounter(id), counter(emailChanges, 'e-mail change', String(id))]
}

function selectSecret(id: UserId) {
  return mutation
    .select({ email: users.email, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, id))
}

function selectOwner(email: string) {
  return mutation.select({ id: users.id }).from(users).where(eq(users.email, email))
}

function saveNames(id: UserId, { displayName, timeZone }: Wish) {
  return mutation.update(users).set({ displayName, timeZone }).where(eq(users.id, id))
}

// Between looking and writing, somebody else may have taken the address: then it is taken.
function moveEmail(db: Database, id: UserId, wish: Wish, now: number) {
  return write(
    db,
    [
      saveNames(id, wish),
      onConflict('taken', mutation.update(users).set({ email: wish.email }).where(eq(users.id, id))),
      recordEvent({ subject: 'user', subjectId: id, kind: 'email_changed', actor: id, at: now }),
      reset([passwordCounter(id)]),
    ],
    { invalidates: ['influencers', 'campaigns', 'statistics'] },
  )
}
