import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { withSearchText } from '../../../platform/db/searched-text.ts'
import { expectOneRow, expectThat, mutation, write } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import type { UserId } from '../../../shared/ids.ts'
import { ok, okValue, type Result } from '../../../shared/result.ts'
import { bumpVersion, type SeenAccount } from '../../accounts/commands.ts'
import { users } from '../../accounts/schema.ts'
import { recordAdminActForEach, recordEvent, recordEventForEach } from '../../activity/commands.ts'
import type { Answer } from '../approvals/answer.ts'
import { nameKey } from '../approvals/likeness.ts'
import { differsFrom, keysOf } from '../commands.ts'
import { type SponsorProfile, sponsors } from '../schema.ts'
import { nameAnswerNotification, nameWaitingNotification } from './notifications.ts'

/**
 * Saves the profile of a sponsor who is approved. A new name waits for an admin, and replaces one that was waiting. With
 * the old name, a new one that waits stays. Returns the name that waits, if any.
 */
export async function saveApprovedProfile(
  db: Database,
  id: UserId,
  { companyName, ...profile }: SponsorProfile,
  now: number,
): Promise<string | null> {
  const { websiteDomain } = keysOf({ companyName, ...profile })
  const isNewName = sql`company_name <> ${companyName}`
  // Asked again in the same words, it is the same request.
  const isAnotherName = sql`(${isNewName} and requested_name is not ${companyName})`
  const own = sql`from ${sponsors} where user_id = ${id} and ${isAnotherName}`
  const ifNew = (value: unknown, column: string) =>
    sql`case when ${isNewName} then ${value} else ${sql.raw(column)} end`
  const isChanged = sql`(${differsFrom(profile)} or ${isAnotherName})`
  const saved = await write(
    db,
    [
      ...nameWaitingNotification(id, companyName, own, now),
      recordEventForEach(
        {
          subject: 'user',
          subjectId: id,
          kind: 'name_requested',
          actor: id,
          from: sql`company_name`,
          to: companyName,
          at: now,
        },
        own,
      ),
      // An admin who still has the old profile open cannot approve a name unseen.
      bumpVersion(id, sql`exists (select 1 from ${sponsors} where user_id = ${id} and ${isChanged})`),
      mutation
        .update(sponsors)
        .set({
          ...withSearchText(sponsors, profile),
          websiteDomain,
          profileChangedAt: sql`iif(${isChanged}, ${now}, profile_changed_at)`,
          requestedName: ifNew(companyName, 'requested_name'),
          requestedNameKey: ifNew(nameKey(companyName), 'requested_name_key'),
          nameRequestedAt: sql`iif(${isAnotherName}, ${now}, name_requested_at)`,
        })
        .where(eq(sponsors.userId, id))
        .returning({ requestedName: sponsors.requestedName }),
    ],
    { invalidates: ['campaigns', 'statistics'] },
  )
  const row = okValue(saved)
    .flatMap(({ rows }) => rows)
    .find((one) => 'requestedName' in one)
  return typeof row?.requestedName === 'string' ? row.requestedName : null
}

const noRequest = { requestedName: null, requestedNameKey: null, nameRequestedAt: null } as const

/** Takes back the wish for a new name. Refuses if none is waiting. */
export function withdrawName(db: Database, id: UserId, now: number): Promise<Result<unknown, 'not_waiting'>> {
  return write(db, [
    mutation
      .update(sponsors)
      .set(noRequest)
      .where(and(eq(sponsors.userId, id), isNotNull(sponsors.requestedName))),
    expectOneRow('not_waiting'),
    bumpVersion(id),
    recordEvent({ subject: 'user', subjectId: id, kind: 'name_withdrawn', actor: id, at: now }),
  ])
}

/** Refuses if the sponsor has changed since the admin saw them, or if no name of theirs is waiting. */
export async function answerName(
  db: Database,
  { id, version, requestedName }: SeenAccount & { readonly requestedName: string },
  answer: Answer,
  context: ActionContext,
): Promise<Result<null, 'conflict'>> {
  const own = sql`from ${sponsors} where user_id = ${id}`
  const asSeen = sql`exists (select 1 from ${sponsors} join ${users} on id = user_id
    where id = ${id} and ${users.version} = ${version} and status = 'active' and requested_name = ${requestedName})`
  const renamed = {
    ...withSearchText(sponsors, { companyName: requestedName }),
    nameKey: nameKey(requestedName),
  }
  const saved = await write(
    db,
    [
      expectThat('conflict', asSeen),
      recordAdminActForEach(
        {
          subject: 'user',
          subjectId: id,
          kind: `name_${answer.kind}`,
          from: sql`company_name`,
          to: sql`requested_name`,
          note: answer.kind === 'rejected' ? answer.reason : null,
        },
        context,
        own,
      ),
      mutation
        .update(sponsors)
        .set({ ...noRequest, ...(answer.kind === 'approved' && renamed) })
        .where(eq(sponsors.userId, id)),
      bumpVersion(id),
      ...nameAnswerNotification({ id, version, requestedName }, answer, context.now),
    ],
    { invalidates: ['campaigns', 'statistics'] },
  )
  return saved.ok ? ok(null) : saved
}
