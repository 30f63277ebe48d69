import { eq, getTableColumns } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { UserId } from '../../../shared/ids.ts'
import { prefetchPersonReports } from '../../abuse-reports/person/queries.ts'
import { users } from '../../accounts/schema.ts'
import { twoFactor } from '../../accounts/two-factor/schema.ts'
import { activityOf } from '../../activity/queries.ts'
import { selectFlagsOf } from '../../flags/queries.ts'
import { influencers } from '../../influencers/schema.ts'
import { selectReasonChoices } from '../../reason-templates/queries.ts'
import { sponsors } from '../../sponsors/schema.ts'
import {
  SHOWN,
  selectCampaignsOf,
  selectMessagesTo,
  selectRequestsOf,
  selectSessionsOf,
} from './person-queries.ts'

const selectActivity = activityOf('user')

export type UserProfile = Awaited<ReturnType<typeof selectUser>>[number]
export type UserEvent = Awaited<ReturnType<typeof selectActivity>>[number]
export type UserDetails = NonNullable<Awaited<ReturnType<typeof findUser>>>

/** An account with everything about it, the newest of each. Null if there is no such account. One round trip. */
export async function findUser(db: Database, id: UserId, now: number) {
  const reports = prefetchPersonReports(db, id)
  const [[user], events, flags, campaigns, asSponsor, asInfluencer, sessions, messages, suspensionReasons] =
    await db.read([
      selectUser(db, id),
      selectActivity(db, { subjectId: id }),
      selectFlagsOf(db, id, SHOWN + 1),
      selectCampaignsOf(db, id),
      selectRequestsOf(db, 'sponsor', id),
      selectRequestsOf(db, 'influencer', id),
      selectSessionsOf(db, id, now),
      selectMessagesTo(db, id),
      selectReasonChoices(db, 'suspension'),
    ])
  if (!user) return null
  const requests = user.role === 'sponsor' ? asSponsor : asInfluencer
  return {
    user,
    events,
    flags,
    campaigns,
    requests,
    sessions,
    messages,
    suspensionReasons,
    reports: await reports(),
  }
}

function selectUser(db: Database, id: UserId) {
  return db.orm
    .select({
      id: users.id,
      username: users.username,
      name: users.displayName,
      email: users.email,
      isEmailConfirmed: users.isEmailConfirmed,
      role: users.role,
      status: users.status,
      statusReason: users.statusReason,
      suspendedFrom: users.suspendedFrom,
      suspensionReason: users.suspensionReason,
      suspendedUntil: users.suspendedUntil,
      timeZone: users.timeZone,
      createdAt: users.createdAt,
      lastSeenAt: users.lastSeenAt,
      version: users.version,
      /** Null if two-factor sign-in is off. */
      twoFactorSince: twoFactor.enabledAt,
      sponsor: getTableColumns(sponsors),
      influencer: {
        category: influencers.category,
        niche: influencers.niche,
        reach: influencers.reach,
        flaggedAt: influencers.flaggedAt,
      },
    })
    .from(users)
    .leftJoin(twoFactor, eq(twoFactor.userId, users.id))
    .leftJoin(sponsors, eq(sponsors.userId, users.id))
    .leftJoin(influencers, eq(influencers.userId, users.id))
    .where(eq(users.id, id))
}
