import { randomBytes } from 'node:crypto'
import { eq, lte, type SQL, sql } from 'drizzle-orm'
import { hashToken } from '../../platform/crypto/token-hash.ts'
import type { Database } from '../../platform/db/database.ts'
import { mutation, write } from '../../platform/db/write.ts'
import type { JobContext } from '../../platform/queue/job.ts'
import { deleteSome, removeRows } from '../../platform/queue/remove-rows.ts'
import type { UserId } from '../../shared/ids.ts'
import { type KeptReason, keptForms, usedForms } from './schema.ts'
import { fieldsToKeep, KEPT_FOR, MAX_KEPT, MAX_KEPT_LENGTH, type SentForm, USED_FOR } from './sent-form.ts'

/** 32 characters in base64url: the log leaves them out of a path. */
const TOKEN_BYTES = 24

/** Keeps a form for its owner. Returns the token that opens it. Null if the form is too long. `now` is milliseconds UTC. */
export async function keepForm(
  db: Database,
  userId: UserId,
  { path, page, fields: all }: SentForm,
  reason: KeptReason,
  now: number,
): Promise<string | null> {
  const fields = fieldsToKeep(all)
  if (JSON.stringify(fields).length > MAX_KEPT_LENGTH) return null
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await write(db, [
    sql`delete from ${keptForms} where id in (select id from ${keptForms} where user_id = ${userId}
      order by kept_at desc limit -1 offset ${MAX_KEPT - 1})`,
    mutation.insert(keptForms).values({
      id: idOf(token),
      userId,
      path,
      page,
      fields,
      reason,
      keptAt: now,
      expiresAt: now + KEPT_FOR,
    }),
  ])
  return token
}

/** The id of the form that a token opens. */
export function idOf(token: string): string {
  return hashToken(token)
}

/** Marks a form as used. Its key is unique, so the statement fails for a form that was used before. */
export function useForm({ token: { key, openedBy }, content }: SentForm, now: number): SQL {
  return sql`insert into ${usedForms} (key, user_id, content, used_at)
    values (${key}, ${openedBy}, ${content}, ${now})`
}

/** Remembers where the response to a form led, for a second click. If the form was kept before, it has been sent now. */
export async function recordResult(
  db: Database,
  { token, path }: SentForm,
  result: { readonly location: string; readonly flash: string | null },
): Promise<void> {
  await write(db, [
    mutation.update(usedForms).set(result).where(eq(usedForms.key, token.key)),
    sql`delete from ${keptForms} where user_id = ${token.openedBy} and path = ${path}`,
  ])
}

/** Removes forms that nobody came back for, and what is remembered of used ones. Returns how many of both. */
export function removeOldForms({ db, now }: JobContext): Promise<number> {
  return removeRows(db, [
    deleteSome(keptForms.id, lte(keptForms.expiresAt, now)),
    deleteSome(usedForms.key, lte(usedForms.usedAt, now - USED_FOR)),
  ])
}
