import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import { expectOneRow, expectThat, mutation, type Statement, write } from '../../platform/db/write.ts'
import type { Result } from '../../shared/result.ts'
import { MINUTE } from '../../shared/time.ts'
import { users } from '../accounts/schema.ts'
import { type NewEvent, recordEvent } from '../activity/events.ts'
import { campaigns } from '../campaigns/schema.ts'
import { collaborations } from '../collaborations/schema.ts'
import { influencers } from '../influencers/schema.ts'
import type { ActionContext } from './act.ts'
import { type AdRequest, FUNDING_TIME, type RejectionReason, type State } from './ad-request.ts'
import type { AgreedTerms } from './agreed-terms.ts'
import {
  agreedNotification,
  messageNotification,
  offerNotification,
  rejectedNotification,
  withdrawnNotification,
} from './notifications.ts'
import type { Offer } from './offer.ts'
import { adRequests, messages, offers } from './schema.ts'

type Saved<Name extends string> = Promise<Result<unknown, Name>>

/** The next offer, made by `propose`. Refuses when the request moved on meanwhile. */
export function saveOffer(
  db: Database,
  was: AdRequest,
  next: AdRequest,
  act: ActionContext,
): Saved<'changed_meanwhile'> {
  const { latest } = next
  return write(db, [
    ...move(was, act.now, {
      turn: next.turn,
      closesAt: next.closesAt,
      offerNumber: latest.number,
      paymentAmount: latest.paymentAmount,
    }),
    insertOffer(sql`${was.id}`, latest),
    happened(was, act, {
      kind: was.latest.madeBy === latest.madeBy ? 'edited' : 'countered',
      note: String(latest.number),
    }),
    ...offerNotification(was, next, act),
  ])
}

/**
 * The agreement, all of it or nothing: the request accepted, the budget committed, the collaboration made with
 * a frozen copy of the terms. `changed_meanwhile`: the offer was replaced or answered. `no_room`: the budget no
 * longer suffices, or something stands in the way since; `accept` on the newer state says what.
 */
export function saveAcceptance(
  db: Database,
  was: AdRequest,
  terms: AgreedTerms,
  act: ActionContext,
): Saved<'changed_meanwhile' | 'no_room'> {
  return write(db, [
    ...move(was, act.now, { state: 'accepted', closesAt: act.now }),
    ...commit(was, act.now),
    expectThat('no_room', bothMayAgree(was)),
    mutation.insert(collaborations).values({
      adRequestId: was.id,
      campaignId: was.campaignId,
      sponsorId: was.sponsorId,
      influencerId: was.influencerId,
      terms,
      paymentAmount: terms.paymentAmount,
      fundingDueAt: act.now + FUNDING_TIME,
      createdAt: act.now,
    }),
    happened(was, act, { kind: 'accepted', to: 'accepted', note: String(was.latest.number) }),
    ...agreedNotification(was, act),
  ])
}

export function saveRejection(
  db: Database,
  was: AdRequest,
  answer: { reason: RejectionReason; words: string },
  act: ActionContext,
): Saved<'changed_meanwhile'> {
  const { reason, words } = answer
  return write(db, [
    ...move(was, act.now, {
      state: 'rejected',
      closesAt: act.now,
      rejectionReason: reason,
      rejectionWords: words,
    }),
    happened(was, act, { kind: 'rejected', to: 'rejected', note: reason }),
    ...rejectedNotification(was, answer, act),
  ])
}

export function saveWithdrawal(db: Database, was: AdRequest, act: ActionContext): Saved<'changed_meanwhile'> {
  return write(db, [
    ...move(was, act.now, { state: 'withdrawn', closesAt: act.now }),
    happened(was, act, { kind: 'withdrawn', to: 'withdrawn' }),
    ...withdrawnNotification(was, act),
  ])
}

/**
 * A message in the thread of a request, whatever its state: what was agreed may need words too. The same words
 * again within a minute are a form sent twice, refused as `sent_already`.
 */
export function saveMessage(
  db: Database,
  about: AdRequest,
  body: string,
  act: ActionContext,
): Saved<'sent_already'> {
  return write(db, [
    expectThat(
      'sent_already',
      sql`not exists (select 1 from ${messages} where ad_request_id = ${about.id} and author_id = ${act.actor}
        and body = ${body} and sent_at > ${act.now - MINUTE})`,
    ),
    mutation.insert(messages).values({ adRequestId: about.id, authorId: act.actor, body, sentAt: act.now }),
    ...messageNotification(about, body, act),
  ])
}

export function insertOffer(adRequestId: SQL, offer: Offer) {
  return mutation.insert(offers).values({ adRequestId: adRequestId, ...toOfferRow(offer) })
}

export function toOfferRow(offer: Offer) {
  return {
    number: offer.number,
    madeBy: offer.madeBy,
    paymentAmount: offer.paymentAmount,
    deliverables: offer.deliverables,
    requirements: offer.requirements,
    usageChannels: offer.usageChannels,
    usageMonths: offer.usageMonths,
    message: offer.message,
    madeAt: offer.madeAt,
    expiresAt: offer.expiresAt,
  }
}

/** Moves an open request on, if it still is as it was read. */
function move(
  was: AdRequest,
  now: number,
  values: Partial<typeof adRequests.$inferInsert>,
): Statement<'changed_meanwhile'>[] {
  return [
    mutation
      .update(adRequests)
      .set({ ...values, version: was.version + 1 })
      .where(
        and(
          eq(adRequests.id, was.id),
          eq(adRequests.version, was.version),
          eqLiteral(adRequests.state, 'pending' satisfies State),
          gt(adRequests.closesAt, now),
        ),
      ),
    expectOneRow('changed_meanwhile'),
  ]
}

/** Raises what the campaign has committed, never above its budget, and only while it takes agreements. */
function commit({ campaignId, campaign, latest }: AdRequest, now: number): Statement<'no_room'>[] {
  return [
    mutation
      .update(campaigns)
      .set({ committed: sql`${campaigns.committed} + ${latest.paymentAmount}` })
      .where(
        and(
          eq(campaigns.id, campaignId),
          eq(campaigns.version, campaign.version),
          eqLiteral(campaigns.state, 'active'),
          sql`${campaigns.flaggedAt} is null`,
          gt(campaigns.endsAt, now),
          sql`${campaigns.committed} + ${latest.paymentAmount} <= ${campaigns.budget}`,
        ),
      ),
    expectOneRow('no_room'),
  ]
}

function bothMayAgree({ sponsorId, influencerId }: AdRequest): SQL {
  return sql`(select count(*) from ${users} where id in (${sponsorId}, ${influencerId}) and status = 'active') = 2
    and exists (select 1 from ${influencers} where user_id = ${influencerId} and flagged_at is null)`
}

function happened(was: AdRequest, act: ActionContext, what: Pick<NewEvent, 'kind' | 'to' | 'note'>) {
  return recordEvent({
    subject: 'ad_request',
    subjectId: was.id,
    actor: act.actor,
    from: was.state,
    at: act.now,
    to: 'pending',
    ...what,
  })
}
