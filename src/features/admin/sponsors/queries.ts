import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { write } from '../../../platform/db/write.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { changeStatus } from '../../accounts/commands.ts'
import { type UserStatus, users } from '../../accounts/schema.ts'
import { recordEvent } from '../../activity/commands.ts'
import { notify } from '../../notifications/commands.ts'
import { markAnswered } from '../../sponsors/commands.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { answerNotification } from '../notifications.ts'
import { type Answer, stateAfter } from './decision.ts'
import type { SponsorState } from './list.ts'

export type SponsorRow = Awaited<ReturnType<typeof selectWaiting>>[number]

/** A page of sponsors in a state, and how the one named in `also` stands; one round trip. */
export async function listSponsors(
  db: Database,
  state: SponsorState,
  after: readonly number[] | null,
  also: UserId | null = null,
): Promise<{ page: Page<SponsorRow>; also: { company: string; status: UserStatus } | null }> {
  const [rows, [other]] = await db.read([selectSponsors(db, state, after), selectStanding(db, also)])
  return { page: cutPage(rows, PAGE_SIZE, (row) => pageKey(state, row)), also: other ?? null }
}

/** How many numbers stand in `after`. */
export function keyLength(state: SponsorState): number {
  return state === 'pending' ? 2 : 1
}

/** Who waits comes in the order of asking, so that nobody waits for ever; others the newest first. */
export function selectSponsors(db: Database, state: SponsorState, after: readonly number[] | null) {
  return state === 'pending' ? selectWaiting(db, after, PAGE_SIZE + 1) : selectAnswered(db, state, after)
}

export function selectWaiting(db: Database, after: readonly number[] | null, most: number) {
  const [submittedAt, id] = after ?? [0, 0]
  return db.orm
    .select(row)
    .from(sponsors)
    .crossJoin(users)
    .where(
      and(
        // The condition of the index `sponsors_waiting`; the status alone decides who waits.
        sql`answered_at < submitted_at`,
        sql`(${sponsors.submittedAt}, ${sponsors.userId}) > (${submittedAt}, ${id})`,
        eq(users.id, sponsors.userId),
        eqLiteral(users.status, 'pending'),
      ),
    )
    .orderBy(sponsors.submittedAt, sponsors.userId)
    .limit(most)
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

/**
 * Approves or rejects a sponsor that waits, as the admin saw it: state, event and what tells the sponsor, or
 * nothing at all where somebody answered or something changed meanwhile. One round trip.
 */
export function answerSponsor(
  db: Database,
  {
    sponsorId,
    version,
    actor,
    answer,
    now,
  }: { sponsorId: UserId; version: number; actor: UserId; answer: Answer; now: number },
): Promise<Result<unknown, 'changed_meanwhile'>> {
  const reason = answer.kind === 'rejected' ? answer.reason : null
  const to = stateAfter(answer)
  return write(
    db,
    [
      ...changeStatus(
        sponsorId,
        { role: 'sponsor', status: 'pending', version },
        { status: to, statusReason: reason },
        'changed_meanwhile',
      ),
      markAnswered(sponsorId, now),
      recordEvent({
        subject: 'user',
        subjectId: sponsorId,
        kind: answer.kind,
        actor,
        from: 'pending',
        to,
        note: reason,
        at: now,
      }),
      ...notify(sponsorId, answerNotification(sponsorId, version, answer, now)),
    ],
    { invalidates: ['influencers', 'campaigns', 'statistics'] },
  )
}

function selectStanding(db: Database, id: UserId | null) {
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
