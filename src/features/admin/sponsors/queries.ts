import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import type { UserId } from '../../../shared/ids.ts'
import { type UserStatus, users } from '../../accounts/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { SponsorListPage, SponsorState } from './list.ts'

export type SponsorRow = Awaited<ReturnType<typeof selectWaiting>>[number]

export interface SponsorList {
  readonly page: Page<SponsorRow>
  readonly sponsor: { readonly company: string; readonly status: UserStatus } | null
}

/** One page of sponsors, and the status of the one with `id`, if given. One round trip. */
export async function listSponsors(
  db: Database,
  { state, after }: SponsorListPage,
  id: UserId | null = null,
): Promise<SponsorList> {
  const [rows, [sponsor]] = await db.read([selectSponsors(db, state, after), selectStatus(db, id)])
  return { page: cutPage(rows, PAGE_SIZE, (row) => pageKey(state, row)), sponsor: sponsor ?? null }
}

/** Waiting sponsors come oldest first, so that nobody waits forever. Others come newest first. */
export function selectSponsors(db: Database, state: SponsorState, after: readonly number[] | null) {
  return state === 'pending' ? selectWaiting(db, after, PAGE_SIZE + 1) : selectAnswered(db, state, after)
}

export function selectWaiting(db: Database, after: readonly number[] | null, limit: number) {
  const [submittedAt, id] = after ?? [0, 0]
  return db.orm
    .select(row)
    .from(sponsors)
    .crossJoin(users)
    .where(
      and(
        // For the partial index `sponsors_waiting`. The status decides who is waiting.
        sql`answered_at < submitted_at`,
        sql`(${sponsors.submittedAt}, ${sponsors.userId}) > (${submittedAt}, ${id})`,
        eq(users.id, sponsors.userId),
        eqLiteral(users.status, 'pending'),
      ),
    )
    .orderBy(sponsors.submittedAt, sponsors.userId)
    .limit(limit)
}

function selectAnswered(db: Database, state: SponsorState, after: readonly number[] | null) {
  return db.orm
    .select(row)
    .from(users)
    .crossJoin(sponsors)
    .where(
      and(
        eqLiteral(users.role, 'sponsor'),
        eqLiteral(users.status, state),
        sql`${users.id} < ${after?.[0] ?? Number.MAX_SAFE_INTEGER}`,
        eq(sponsors.userId, users.id),
      ),
    )
    .orderBy(sql`${users.id} desc`)
    .limit(PAGE_SIZE + 1)
}

function selectStatus(db: Database, id: UserId | null) {
  return db.orm
    .select({ company: sponsors.companyName, status: users.status })
    .from(users)
    .innerJoin(sponsors, eq(sponsors.userId, users.id))
    .where(eq(users.id, id ?? (0 as UserId)))
}

function pageKey(state: SponsorState, { id, submittedAt }: SponsorRow): number[] {
  return state === 'pending' ? [submittedAt, id] : [id]
}

const row = {
  id: users.id,
  name: users.displayName,
  username: users.username,
  email: users.email,
  statusReason: users.statusReason,
  version: users.version,
  company: sponsors.companyName,
  industry: sponsors.industry,
  annualBudget: sponsors.annualBudget,
  website: sponsors.website,
  about: sponsors.about,
  submittedAt: sponsors.submittedAt,
}
