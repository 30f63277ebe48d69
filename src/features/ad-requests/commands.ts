import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import { campaigns } from '../campaigns/schema.ts'
import { collaborations } from '../collaborations/schema.ts'
import { is } from '../../platform/db/literals.ts'
import type { Database } from '../../platform/db/database.ts'
import { change, mustHaveChangedOne, mustHold, type Statement, write } from '../../platform/db/write.ts'
import { event, type NewEvent } from '../activity/events.ts'
import { influencers, users } from '../accounts/schema.ts'
import type { Result } from '../../shared/result.ts'
import { MINUTE } from '../../shared/time.ts'
import type { Act } from './act.ts'
import { type AdRequest, FUNDING_TIME, type RejectionReason, type State } from './ad-request.ts'
import type { AgreedTerms } from './agreed-terms.ts'
import { agreedNotice, messageNotice, offerNotice, rejectedNotice, withdrawnNotice } from './notifications.ts'
import type { Offer } from './offer.ts'
import { adRequests, messages, offers } from './schema.ts'

type Saved<Name extends string> = Promise<Result<unknown, Name>>

/** The next offer, made by `propose`. Refuses when the request moved on meanwhile. */
export function saveOffer(
  db: Database,
  was: AdRequest,
  next: AdRequest,
  act: Act,
): Saved<'changed_meanwhile'> {
  const { latest } = next
  return write(db, [
    ...move(was, act.now, {
      turn: next.turn,
      closes_at: next.closesAt,
      offer_number: latest.number,
      payment_amount: latest.paymentAmount,
    }),
    insertOffer(sql`${was.id}`, latest),
    happened(was, act, {
      kind: was.latest.madeBy === latest.madeBy ? 'edited' : 'countered',
      note: String(latest.number),
    }),
    ...offerNotice(was, next, act),
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
  act: Act,
): Saved<'changed_meanwhile' | 'no_room'> {
  return write(db, [
    ...move(was, act.now, { state: 'accepted', closes_at: act.now }),
    ...commit(was, act.now),
    mustHold('no_room', bothMayAgree(was)),
    change.insert(collaborations).values({
      ad_request_id: was.id,
      campaign_id: was.campaignId,
      sponsor_id: was.sponsorId,
      influencer_id: was.influencerId,
      terms,
      payment_amount: terms.paymentAmount,
      funding_due_at: act.now + FUNDING_TIME,
      created_at: act.now,
    }),
    happened(was, act, { kind: 'accepted', to: 'accepted', note: String(was.latest.number) }),
    ...agreedNotice(was, act),
  ])
}

export function saveRejection(
  db: Database,
  was: AdRequest,
  answer: { reason: RejectionReason; words: string },
  act: Act,
): Saved<'changed_meanwhile'> {
  const { reason, words } = answer
  return write(db, [
    ...move(was, act.now, {
      state: 'rejected',
      closes_at: act.now,
      rejection_reason: reason,
      rejection_words: words,
    }),
    happened(was, act, { kind: 'rejected', to: 'rejected', note: reason }),
    ...rejectedNotice(was, answer, act),
  ])
}

export function saveWithdrawal(db: Database, was: AdRequest, act: Act): Saved<'changed_meanwhile'> {
  return write(db, [
    ...move(was, act.now, { state: 'withdrawn', closes_at: act.now }),
    happened(was, act, { kind: 'withdrawn', to: 'withdrawn' }),
    ...withdrawnNotice(was, act),
  ])
}

/**
 * A message in the thread of a request, whatever its state: what was agreed may need words too. The same words
 * again within a minute are a form sent twice, refused as `sent_already`.
 */
export function saveMessage(db: Database, about: AdRequest, body: string, act: Act): Saved<'sent_already'> {
  return write(db, [
    mustHold(
      'sent_already',
      sql`not exists (select 1 from ${messages} where ad_request_id = ${about.id} and author_id = ${act.actor}
        and body = ${body} and sent_at > ${act.now - MINUTE})`,
    ),
    change.insert(messages).values({ ad_request_id: about.id, author_id: act.actor, body, sent_at: act.now }),
    ...messageNotice(about, body, act),
  ])
}

export function insertOffer(adRequestId: SQL, offer: Offer) {
  return change.insert(offers).values({ ad_request_id: adRequestId, ...toOfferRow(offer) })
}

export function toOfferRow(offer: Offer) {
  return {
    number: offer.number,
    made_by: offer.madeBy,
    payment_amount: offer.paymentAmount,
    deliverables: offer.deliverables,
    requirements: offer.requirements,
    usage_channels: offer.usageChannels,
    usage_months: offer.usageMonths,
    message: offer.message,
    made_at: offer.madeAt,
    expires_at: offer.expiresAt,
  }
}

/** Moves an open request on, if it still is as it was read. */
function move(
  was: AdRequest,
  now: number,
  values: Partial<typeof adRequests.$inferInsert>,
): Statement<'changed_meanwhile'>[] {
  return [
    change
      .update(adRequests)
      .set({ ...values, version: was.version + 1 })
      .where(
        and(
          eq(adRequests.id, was.id),
          eq(adRequests.version, was.version),
          is(adRequests.state, 'pending' satisfies State),
          gt(adRequests.closes_at, now),
        ),
      ),
    mustHaveChangedOne('changed_meanwhile'),
  ]
}

/** Raises what the campaign has committed, never above its budget, and only while it takes agreements. */
function commit({ campaignId, campaign, latest }: AdRequest, now: number): Statement<'no_room'>[] {
  return [
    change
      .update(campaigns)
      .set({ committed: sql`${campaigns.committed} + ${latest.paymentAmount}` })
      .where(
        and(
          eq(campaigns.id, campaignId),
          eq(campaigns.version, campaign.version),
          is(campaigns.state, 'active'),
          sql`${campaigns.flagged_at} is null`,
          gt(campaigns.ends_at, now),
          sql`${campaigns.committed} + ${latest.paymentAmount} <= ${campaigns.budget}`,
        ),
      ),
    mustHaveChangedOne('no_room'),
  ]
}

function bothMayAgree({ sponsorId, influencerId }: AdRequest): SQL {
  return sql`(select count(*) from ${users} where id in (${sponsorId}, ${influencerId}) and status = 'active') = 2
    and exists (select 1 from ${influencers} where user_id = ${influencerId} and flagged_at is null)`
}

function happened(was: AdRequest, act: Act, what: Pick<NewEvent, 'kind' | 'to' | 'note'>) {
  return event({
    subject: 'ad_request',
    subjectId: was.id,
    actor: act.actor,
    from: was.state,
    at: act.now,
    to: 'pending',
    ...what,
  })
}
