import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { withSearchText } from '../../platform/db/searched-text.ts'
import { expectThat, mutation, type Statement, write } from '../../platform/db/write.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { bumpVersion, changeStatus } from '../accounts/commands.ts'
import { type FlagCopy, flagColumns } from '../accounts/flag-copy.ts'
import { users } from '../accounts/schema.ts'
import { recordEvent } from '../activity/commands.ts'
import { nameKey, websiteDomain } from './approvals/likeness.ts'
import { sponsorWaiting } from './notifications.ts'
import { type NewSponsorProfile, type SponsorProfile, sponsors } from './schema.ts'

/** For the batch that creates the account. */
export function createSponsorProfile(userId: SQL, profile: NewSponsorProfile, now: number): Statement[] {
  return [
    mutation
      .insert(sponsors)
      .values({ ...withSearchText(sponsors, { ...profile, userId, submittedAt: now }), ...keysOf(profile) }),
    ...sponsorWaiting(userId, profile.companyName, now),
  ]
}

/** For sponsors whose name may change at once. Those who are approved ask for a new one: see `renaming`. */
export function saveSponsorProfile(db: Database, id: UserId, profile: SponsorProfile, now: number) {
  const isChanged = differsFrom(profile)
  return write(
    db,
    [
      // They may have been approved after they opened the form.
      expectThat('approved', sql`not exists (select 1 from ${users} where id = ${id} and status = 'active')`),
      // An admin who still has the old profile open cannot approve the new one unseen.
      bumpVersion(id, sql`exists (select 1 from ${sponsors} where user_id = ${id} and ${isChanged})`),
      mutation
        .update(sponsors)
        .set({
          ...withSearchText(sponsors, profile),
          ...keysOf(profile),
          profileChangedAt: sql`iif(${isChanged}, ${now}, profile_changed_at)`,
        })
        .where(eq(sponsors.userId, id)),
    ],
    { invalidates: ['campaigns', 'statistics'] },
  )
}

/** In SQL, of a row of `sponsors`: whether its profile is another one. Saving the same again is no change. */
export function differsFrom(profile: Partial<SponsorProfile>): SQL {
  const columns = getTableColumns(sponsors)
  const parts = Object.entries(columns).flatMap(([name, column]) => {
    const value = profileValue(profile, name)
    return value === undefined ? [] : [sql`${sql.identifier(column.name)} is not ${value}`]
  })
  return sql`(${sql.join(parts, sql` or `)})`
}

function profileValue(profile: object, name: string): unknown {
  return new Map<string, unknown>(Object.entries(profile)).get(name)
}

/** What admins compare sponsors by. */
export function keysOf({ companyName, website }: Pick<NewSponsorProfile, 'companyName' | 'website'>) {
  return { nameKey: nameKey(companyName), websiteDomain: websiteDomain(website) }
}

/** Asks for approval again after a rejection. */
export function resubmit(
  db: Database,
  id: UserId,
  companyName: string,
  now: number,
): Promise<Result<unknown, 'not_rejected'>> {
  return write(
    db,
    [
      ...changeStatus(id, { status: 'rejected' }, { status: 'pending', statusReason: null }, 'not_rejected'),
      mutation.update(sponsors).set({ submittedAt: now }).where(eq(sponsors.userId, id)),
      recordEvent({
        subject: 'user',
        subjectId: id,
        kind: 'resubmitted',
        actor: id,
        from: 'rejected',
        to: 'pending',
        at: now,
      }),
      ...sponsorWaiting(id, companyName, now),
    ],
    { invalidates: ['influencers', 'campaigns', 'statistics'] },
  )
}

/** Flags a sponsor, or removes the flag (null). For the batch that writes the flag; it invalidates like `saveSponsorProfile`. */
export function setSponsorFlag(id: UserId, flag: FlagCopy | null): Statement {
  return mutation.update(sponsors).set(flagColumns(flag)).where(eq(sponsors.userId, id))
}
