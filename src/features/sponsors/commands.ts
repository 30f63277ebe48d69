import { and, eq, sql } from 'drizzle-orm'
import { is } from '../../platform/db/literals.ts'
import type { Database } from '../../platform/db/database.ts'
import { change, mustHaveChangedOne, write } from '../../platform/db/write.ts'
import { event } from '../activity/events.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import type { SponsorProfile } from './forms.ts'
import { sponsors, users } from '../accounts/schema.ts'
import { sponsorWaits } from './notifications.ts'

export type OwnSponsor = Awaited<ReturnType<typeof selectOwnSponsor>>[number]

/** A sponsor's own profile, and how it stands with its approval. */
export function selectOwnSponsor(db: Database, id: UserId) {
  return db.orm
    .select({
      companyName: sponsors.company_name,
      industry: sponsors.industry,
      yearlyBudget: sponsors.yearly_budget,
      website: sponsors.website,
      about: sponsors.about,
      submittedAt: sponsors.submitted_at,
      statusReason: users.status_reason,
    })
    .from(sponsors)
    .innerJoin(users, eq(users.id, sponsors.user_id))
    .where(eq(sponsors.user_id, id))
}

export function saveSponsorProfile(db: Database, id: UserId, profile: SponsorProfile) {
  const { company_name, industry, budget, website, about } = profile
  const row = {
    company_name,
    industry,
    yearly_budget: budget ?? null,
    website: website ?? null,
    about: about ?? '',
  }
  return write(db, [
    change.update(sponsors).set(row).where(eq(sponsors.user_id, id)),
    // An admin who is looking at the old one must look again before approving.
    change
      .update(users)
      .set({ version: sql`${users.version} + 1` })
      .where(eq(users.id, id)),
  ])
}

/** A rejected sponsor asks again; refuses where it is not rejected (any more). */
export function resubmit(
  db: Database,
  id: UserId,
  companyName: string,
  now: number,
): Promise<Result<unknown, 'not_rejected'>> {
  return write(db, [
    change
      .update(users)
      .set({ status: 'pending', status_reason: null, version: sql`${users.version} + 1` })
      .where(and(eq(users.id, id), is(users.status, 'rejected'))),
    mustHaveChangedOne('not_rejected'),
    change.update(sponsors).set({ submitted_at: now }).where(eq(sponsors.user_id, id)),
    event({
      subject: 'user',
      subjectId: id,
      kind: 'resubmitted',
      actor: id,
      from: 'rejected',
      to: 'pending',
      at: now,
    }),
    ...sponsorWaits(id, companyName, now),
  ])
}
