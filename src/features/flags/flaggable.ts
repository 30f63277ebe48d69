import { and, eq, ne, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import type { FlagId, UserId } from '../../shared/ids.ts'
import { type UserStatus, users } from '../accounts/schema.ts'
import { adRequests, messages } from '../ad-requests/schema.ts'
import { campaigns } from '../campaigns/schema.ts'
import { sponsors } from '../sponsors/schema.ts'
import { MAX_TITLE } from './flag.ts'
import { flags } from './schema.ts'
import type { ModeratedSubject, ModeratedThing } from './subject.ts'

/** Something that an admin can flag. */
export interface Flaggable {
  readonly thing: ModeratedThing
  /** What it is called, or the beginning of a message. */
  readonly title: string
  /** Who is told, and who can appeal. */
  readonly ownerId: UserId
  readonly ownerName: string
  readonly ownerRole: 'admin' | 'sponsor' | 'influencer'
  readonly ownerStatus: UserStatus
  /** Whether flagging it would change anything: a closed request has nothing to stop. */
  readonly isOpen: boolean
  readonly openFlag: FlagId | null
}

/** Null if there is no such thing, or if nobody can flag it: an admin or a deleted account. One round trip. */
export async function findFlaggable(
  db: Database,
  thing: ModeratedThing,
  now: number,
): Promise<Flaggable | null> {
  const [[found], [open]] = await db.read([
    selectors[thing.subject](db, thing.id, now),
    db.orm
      .select({ id: flags.id })
      .from(flags)
      .where(and(eq(flags.subject, thing.subject), eq(flags.subjectId, thing.id), ne(flags.state, 'lifted'))),
  ])
  if (!found || found.ownerRole === 'admin') return null
  return { ...found, isOpen: Boolean(found.isOpen), thing, openFlag: open?.id ?? null }
}

const ownerColumns = {
  ownerId: users.id,
  ownerName: users.displayName,
  ownerRole: users.role,
  ownerStatus: users.status,
}

const selectors = {
  user: (db, id) =>
    db.orm
      .select({
        ...ownerColumns,
        title: sql<string>`coalesce(${sponsors.companyName}, ${users.displayName})`,
        isOpen: sql<number>`1`,
      })
      .from(users)
      .leftJoin(sponsors, eq(sponsors.userId, users.id))
      .where(sql`${users.id} = ${id} and ${users.status} <> 'deleted'`),
  campaign: (db, id) =>
    db.orm
      .select({ ...ownerColumns, title: sql<string>`${campaigns.name}`, isOpen: sql<number>`1` })
      .from(campaigns)
      .innerJoin(users, eq(users.id, campaigns.sponsorId))
      .where(sql`${campaigns.id} = ${id}`),
  // It belongs to the side that made the latest offer, which the other side has to answer.
  ad_request: (db, id, now) =>
    db.orm
      .select({
        ...ownerColumns,
        title: sql<string>`${campaigns.name} || ' × ' || (select display_name from ${users} influencer
          where influencer.id = ${adRequests.influencerId})`,
        isOpen: sql<number>`${adRequests.state} = 'pending' and ${adRequests.closesAt} > ${now}`,
      })
      .from(adRequests)
      .innerJoin(campaigns, eq(campaigns.id, adRequests.campaignId))
      .innerJoin(
        users,
        sql`${users.id} = iif(${adRequests.turn} = 'sponsor', ${adRequests.influencerId}, ${adRequests.sponsorId})`,
      )
      .where(sql`${adRequests.id} = ${id}`),
  message: (db, id) =>
    db.orm
      .select({
        ...ownerColumns,
        title: sql<string>`substr(${messages.body}, 1, ${MAX_TITLE})`,
        isOpen: sql<number>`1`,
      })
      .from(messages)
      .innerJoin(users, eq(users.id, messages.authorId))
      .where(sql`${messages.id} = ${id}`),
} satisfies Record<ModeratedSubject, (db: Database, id: number, now: number) => unknown>
