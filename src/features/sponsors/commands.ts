import { eq, type SQL } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { withSearchText } from '../../platform/db/searched-text.ts'
import { mutation, type Statement, write } from '../../platform/db/write.ts'
import { type FlagCopy, flagColumns } from '../../shared/flag-copy.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { bumpVersion, changeStatus } from '../accounts/commands.ts'
import { recordEvent } from '../activity/commands.ts'
import { sponsorWaiting } from './notifications.ts'
import { type NewSponsorProfile, type SponsorProfile, sponsors } from './schema.ts'

/** For the batch that creates the account. */
export function createSponsorProfile(userId: SQL, profile: NewSponsorProfile, now: number): Statement[] {
  return [
    mutation.insert(sponsors).values(withSearchText(sponsors, { ...profile, userId, submittedAt: now })),
    ...sponsorWaiting(userId, profile.companyName, now),
  ]
}

export function saveSponsorProfile(db: Database, id: UserId, profile: SponsorProfile) {
  return write(
    db,
    [
      mutation.update(sponsors).set(withSearchText(sponsors, profile)).where(eq(sponsors.userId, id)),
      // An admin who still has the old profile open cannot approve the new one unseen.
      bumpVersion(id),
    ],
    { invalidates: ['campaigns', 'statistics'] },
  )
}

/** Takes a sponsor off the admins' list of those who are waiting. */
export function markAnswered(id: UserId, now: number): Statement {
  return mutation.update(sponsors).set({ answeredAt: now }).where(eq(sponsors.userId, id))
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
