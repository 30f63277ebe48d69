import { and, eq, gt, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { literal, neLiteral } from '../../platform/db/literals.ts'
import { prepared, type Slots } from '../../platform/db/prepared.ts'
import type { Viewer } from '../../platform/http/context.ts'
import type { UserId } from '../../shared/ids.ts'
import { abuseCases } from '../abuse-reports/schema.ts'
import { sessions, users } from '../accounts/schema.ts'
import { hasTwoFactor } from '../accounts/two-factor/queries.ts'
import { adRequests } from '../ad-requests/schema.ts'
import { emailChanges } from '../email-addresses/schema.ts'
import { isAbout } from '../notifications/queries.ts'
import { notifications } from '../notifications/schema.ts'
import { sponsors } from '../sponsors/schema.ts'

// The last link went to the new address, if they have asked for one.
const unconfirmedEmail = sql<string | null>`iif(${users.isEmailConfirmed}, null,
  coalesce((select address from ${emailChanges} where user_id = ${users.id}), ${users.email}))`

/** The session, its user, and the counts in the header of every page. */
export const selectSessionAndViewer = prepared(
  (
    orm,
    {
      sessionId,
      oldest,
      oldestOfAdmin,
      now,
      path,
    }: Slots<{ sessionId: string; oldest: number; oldestOfAdmin: number; now: number; path: string }>,
  ) =>
    orm
      .select({
        expiresAt: sessions.expiresAt,
        id: users.id,
        username: users.username,
        displayName: users.displayName,
        role: users.role,
        status: users.status,
        timeZone: users.timeZone,
        unconfirmedEmail,
        lastSeenAt: users.lastSeenAt,
        seenAt: sessions.lastSeenAt,
        hasTwoFactor: sql<number>`${hasTwoFactor(sql`${users.id}`)}`,
        ...countsOf(now, path),
        opensNotification: sql<number>`exists (${unread(sql`${isAbout(path)}`)})`,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(
        and(
          eq(sessions.id, sessionId),
          gt(sessions.createdAt, oldest),
          or(neLiteral(users.role, 'admin'), gt(sessions.createdAt, oldestOfAdmin)),
          neLiteral(users.status, 'suspended'),
          neLiteral(users.status, 'deleted'),
        ),
      ),
)

/** The counts again, after a change. */
export const selectViewerCounts = prepared(
  (orm, { id, now, path }: Slots<{ id: UserId; now: number; path: string }>) =>
    orm.select(countsOf(now, path)).from(users).where(eq(users.id, id)),
)

type ViewerRow = Awaited<ReturnType<typeof selectSessionAndViewer>>[number]

export function toViewer(row: ViewerRow): Viewer | null {
  const { id, username, displayName, role, status, timeZone, unconfirmedEmail } = row
  if (status === 'suspended' || status === 'deleted') return null
  const { unreadNotifications, awaitingReply, openAbuseCases } = row
  const counts = { unreadNotifications, awaitingReply, openAbuseCases }
  return {
    id,
    username,
    displayName,
    role,
    status,
    timeZone,
    unconfirmedEmail,
    hasTwoFactor: row.hasTwoFactor === 1,
    ...counts,
  }
}

function countsOf(now: Placeholder, path: Placeholder) {
  return {
    unreadNotifications: countUpTo100(unread(sql`not (${isAbout(path)})`)),
    awaitingReply: sql<number>`case ${users.role}
        when 'sponsor' then ${countUpTo100(awaitingReply(sql`sponsor_id`, 'sponsor', now))}
        when 'influencer' then ${countUpTo100(awaitingReply(sql`influencer_id`, 'influencer', now))}
        else ${countUpTo100(waitingSponsors)} + ${countUpTo100(waitingNames)} end`,
    openAbuseCases: sql<number>`iif(${users.role} = 'admin',
      ${countUpTo100(sql`select 1 from ${abuseCases} where state = 'open'`)}, 0)`,
  }
}

const waitingSponsors = sql`select 1 from users waiting where waiting.role = 'sponsor' and waiting.status = 'pending'`

const waitingNames = sql`select 1 from ${sponsors} renamed cross join users owner on owner.id = renamed.user_id
  where renamed.requested_name is not null and +owner.status = 'active'`

function unread(which: SQL): SQL {
  return sql`select 1 from ${notifications} where user_id = ${users.id} and read_at is null and ${which}`
}

function awaitingReply(side: SQL, turn: 'sponsor' | 'influencer', now: Placeholder): SQL {
  return sql`select 1 from ${adRequests}
    where ${side} = ${users.id} and state = 'pending' and turn = ${literal(turn)} and closes_at > ${now}`
}

// The header shows "99+", so counting further would be wasted work.
function countUpTo100(rows: SQL): SQL<number> {
  return sql<number>`(select count(*) from (${rows} limit 100))`
}
