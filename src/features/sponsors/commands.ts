import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import { expectOneRow, mutation, write } from '../../platform/db/write.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { users } from '../accounts/schema.ts'
import { recordEvent } from '../activity/commands.ts'
import type { SponsorProfile } from './forms.ts'
import { sponsorWaits } from './notifications.ts'
import { sponsors } from './schema.ts'

export type OwnSponsor = Awaited<ReturnType<typeof selectOwnSponsor>>[number]

/** A sponsor's own profile, and how it stands with its approval. */
export function selectOwnSponsor(db: Database, id: UserId) {
  return db.orm
    .select({
      companyName: sponsors.companyName,
      industry: sponsors.industry,
      yearlyBudget: sponsors.yearlyBudget,
      website: sponsors.website,
      about: sponsors.about,
      submittedAt: sponsors.submittedAt,
      statusReason: users.statusReason,
    })
    .from(sponsors)
    .innerJoin(users, eq(users.id, sponsors.userId))
    .where(eq(sponsors.userId, id))
}

export function saveSponsorProfile(db: Database, id: UserId, profile: SponsorProfile) {
  const { companyName, industry, budget, website, about } = profile
  const row = {
    companyName,
    industry,
    yearlyBudget: budget ?? null,
    website: website ?? null,
    about: about ?? '',
  }
  return write(
    db,
    [
      mutation.update(sponsors).set(row).where(eq(sponsors.userId, id)),
      // An admin who is looking at the old one must look again before approving.
      mutation
        .update(users)
        .set({ version: sql`${users.version} + 1` })
        .where(eq(users.id, id)),
    ],
    { invalidates: ['campaigns', 'statistics'] },
  )
}

/** A rejected sponsor asks again; refuses where it is not rejected (any more). */
export function resubmit(
  db: Database,
  id: UserId,
  companyName: string,
  now: number,
): Promise<Result<unknown, 'not_rejected'>> {
  return write(
    db,
    [
      mutation
        .update(users)
        .set({ status: 'pending', statusReason: null, version: sql`${users.version} + 1` })
        .where(and(eq(users.id, id), eqLiteral(users.status, 'rejected'))),
      expectOneRow('not_rejected'),
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
      ...sponsorWaits(id, companyName, now),
    ],
    { invalidates: ['influencers', 'campaigns', 'statistics'] },
  )
}
