import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import { expectOneRow, expectThat, mutation, type Statement, write } from '../../platform/db/write.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { Result } from '../../shared/result.ts'
import { users } from '../accounts/schema.ts'
import { type EventOf, recordEvent } from '../activity/commands.ts'
import { canOffer, commitBudget } from '../campaigns/commands.ts'
import { insertCollaboration } from '../collaborations/commands.ts'
import type { AgreedTerms } from '../collaborations/terms.ts'
import { recordAgreedPrice } from '../price-guidance/commands.ts'
import type { AdRequest } from './ad-request.ts'
import { canBeAgreed } from './flags/conditions.ts'
import {
  acceptedNotification,
  offerNotification,
  rejectedNotification,
  withdrawnNotification,
} from './notifications.ts'
import { remindersOf } from './offer.ts'
import type { RejectionReason } from './rejection-reasons.ts'
import { adRequests, offers } from './schema.ts'

type Saved<Name extends string> = Promise<Result<unknown, Name>>

/**
 * `after` is the result of `propose(before)`. `conflict`: something has been answered, replaced or flagged meanwhile,
 * the campaign has been edited, or it has less left than its sponsor offers.
 */
export function saveOffer(
  db: Database,
  before: AdRequest,
  after: AdRequest,
  context: ActionContext,
): Saved<'conflict'> {
  const { latest } = after
  const isAnswer = before.latest.madeBy !== latest.madeBy
  return write(db, [
    ...updatePending(before, context.now, {
      turn: after.turn,
      closesAt: after.closesAt,
      remindAt: remindersOf(latest)[0],
      offerNumber: latest.number,
      paymentAmount: latest.paymentAmount,
      ...(isAnswer && firstAnswer(context.now)),
    }),
    expectThat(
      'conflict',
      sql`exists (select 1 from ${adRequests} where id = ${before.id} and ${canBeAgreed})`,
    ),
    expectThat('conflict', canOffer(before.campaignId, before.campaign.version, latest)),
    mutation.insert(offers).values({ adRequestId: before.id, ...latest }),
    recordChange(before, context, {
      kind: isAnswer ? 'countered' : 'edited',
      note: String(latest.number),
    }),
    ...offerNotification(before, latest, context),
  ])
}

/**
 * Accepts the request, commits the budget, creates the collaboration, and keeps its price for others' guidance.
 * `conflict`: the offer has been answered or replaced. `blocked`: the campaign or a person has changed; `accept` on the newer state says why.
 */
export function saveAcceptance(
  db: Database,
  before: AdRequest,
  terms: AgreedTerms,
  context: ActionContext,
): Saved<'conflict' | 'blocked'> {
  const { id, campaignId, sponsorId, influencerId, campaign, latest } = before
  const { now } = context
  return write(
    db,
    [
      ...updatePending(before, now, { state: 'accepted', closesAt: now, ...firstAnswer(now) }),
      ...commitBudget({ id: campaignId, version: campaign.version }, latest.paymentAmount, now, 'blocked'),
      expectThat('blocked', canAgree(before)),
      insertCollaboration({ adRequestId: id, campaignId, sponsorId, influencerId, terms, now }),
      ...recordAgreedPrice({ adRequestId: id, sponsorId, influencerId, terms, now }),
      recordChange(before, context, { kind: 'accepted', to: 'accepted', note: String(latest.number) }),
      ...acceptedNotification(before, terms, context),
    ],
    { invalidates: ['statistics'] },
  )
}

export function saveRejection(
  db: Database,
  before: AdRequest,
  answer: { reason: RejectionReason; comment: string },
  context: ActionContext,
): Saved<'conflict'> {
  return write(db, [
    ...updatePending(before, context.now, {
      state: 'rejected',
      closesAt: context.now,
      rejectionReason: answer.reason,
      rejectionComment: answer.comment,
      ...firstAnswer(context.now),
    }),
    recordChange(before, context, { kind: 'rejected', to: 'rejected', note: answer.reason }),
    ...rejectedNotification(before, answer, context),
  ])
}

export function saveWithdrawal(db: Database, before: AdRequest, context: ActionContext): Saved<'conflict'> {
  return write(db, [
    ...updatePending(before, context.now, { state: 'withdrawn', closesAt: context.now }),
    recordChange(before, context, { kind: 'withdrawn', to: 'withdrawn' }),
    ...withdrawnNotification(before, context),
  ])
}

/** The side that opened a request cannot answer before the other one has, so any answer may be the first. */
function firstAnswer(now: number) {
  return { firstAnsweredAt: sql<number>`coalesce(${adRequests.firstAnsweredAt}, ${now})` }
}

/** Updates a request that is still pending and unchanged. */
function updatePending(
  { id, version }: AdRequest,
  now: number,
  values: Parameters<ReturnType<typeof mutation.update<typeof adRequests>>['set']>[0],
): Statement<'conflict'>[] {
  return [
    mutation
      .update(adRequests)
      .set({ ...values, version: version + 1 })
      .where(
        and(
          eq(adRequests.id, id),
          eq(adRequests.version, version),
          eqLiteral(adRequests.state, 'pending'),
          gt(adRequests.closesAt, now),
        ),
      ),
    expectOneRow('conflict'),
  ]
}

function canAgree({ id, sponsorId, influencerId }: AdRequest): SQL {
  return sql`(select count(*) from ${users} where id in (${sponsorId}, ${influencerId}) and status = 'active') = 2
    and exists (select 1 from ${adRequests} where id = ${id} and ${canBeAgreed})`
}

function recordChange(
  { id, state, campaignId, sponsorId, influencerId }: AdRequest,
  { actor, now }: ActionContext,
  change: Pick<EventOf<'ad_request'>, 'kind' | 'to' | 'note'>,
) {
  return recordEvent({
    subject: 'ad_request',
    subjectId: id,
    actor,
    from: state,
    to: 'pending',
    at: now,
    parties: { campaignId, sponsorId, influencerId },
    ...change,
  })
}
