import { agreedTerms } from '../../../../src/features/ad-requests/acceptance/agreed-terms.ts'
import type { AdRequest } from '../../../../src/features/ad-requests/ad-request.ts'
import { accept, open, propose, reject, withdraw } from '../../../../src/features/ad-requests/ad-request.ts'
import {
  saveAcceptance,
  saveOffer,
  saveRejection,
  saveWithdrawal,
} from '../../../../src/features/ad-requests/commands.ts'
import type { Proposal, Side } from '../../../../src/features/ad-requests/offer.ts'
import { saveOpening } from '../../../../src/features/ad-requests/opening/commands.ts'
import { findInvitation } from '../../../../src/features/ad-requests/opening/queries.ts'
import { findNegotiation } from '../../../../src/features/ad-requests/queries.ts'
import type { Refusal } from '../../../../src/features/ad-requests/refusal.ts'
import type { Viewer } from '../../../../src/platform/http/context.ts'
import type { AdRequestId, CampaignId } from '../../../../src/shared/ids.ts'
import type { Result } from '../../../../src/shared/result.ts'
import { DAY } from '../../../../src/shared/time.ts'
import type { CampaignDatabase } from '../../campaigns/campaign-database.ts'
import { NOW } from '../../campaigns/fixtures.ts'

/** One campaign and its people, with a clock that the test moves. */
export interface Setup {
  readonly database: CampaignDatabase
  readonly campaignId: CampaignId
  readonly sponsor: Viewer
  readonly influencers: readonly Viewer[]
  now: number
}

export type Outcome = Result<
  unknown,
  Refusal['kind'] | 'already_open' | 'blocked' | 'conflict' | 'too_many' | 'not_found'
>

/** An active campaign with a budget of 10,000.00 that ends in 60 days, and three influencers. */
export async function newSetup(database: CampaignDatabase): Promise<Setup> {
  const sponsor = await database.person('sponsor')
  const influencers = [
    await database.person('influencer'),
    await database.person('influencer'),
    await database.person('influencer'),
  ]
  const campaignId = await database.campaign(sponsor, {
    budget: 1_000_000,
    ends_at: NOW + 60 * DAY,
    end_date: '2026-12-31',
  })
  return { database, campaignId, sponsor, influencers, now: NOW }
}

/** Opens requests as the handlers do: read, apply the rule, write. */
export async function opening(
  setup: Setup,
  side: Side,
  chosen: readonly number[],
  proposal: Proposal,
): Promise<Outcome> {
  const { database, campaignId, sponsor, influencers, now } = setup
  const people = chosen.flatMap((index) => influencers[index] ?? [])
  const ids = people.map(({ id }) => id)
  const found = await findInvitation(database.db, sponsor.id, campaignId, ids, now)
  if (!found || found.candidates.length === 0) return { ok: false, refusal: 'not_found' }

  const offers = found.candidates.map(({ context }) => open(side, proposal, context, now, people.length))
  const refused = offers.find((offer) => !offer.ok)
  if (refused && !refused.ok) return { ok: false, refusal: refused.refusal.kind }
  const [first] = offers
  if (!first?.ok) return { ok: false, refusal: 'not_found' }
  // Leaves it to the database to refuse a second open request, as in a race.
  const actor = side === 'sponsor' ? sponsor.id : (ids[0] ?? sponsor.id)
  const context = { actor, now, currency: 'USD', requestId: 'test' }
  const origin = side === 'sponsor' ? 'invitation' : 'application'
  return saveOpening(database.db, found, first.value, origin, { actor, origin, max: 1_000 }, context)
}

type Answer =
  | { readonly do: 'propose'; readonly proposal: Proposal; readonly number: number }
  | { readonly do: 'accept'; readonly number: number }
  | { readonly do: 'reject' | 'withdraw' }

/** Answers a request as the handlers do: read, apply the rule, write. `number` is relative to the latest offer. */
export async function answer(setup: Setup, id: AdRequestId, side: Side, what: Answer): Promise<Outcome> {
  const { database, sponsor, now } = setup
  const found = await findNegotiation(database.db, sponsor, id)
  if (!found) return { ok: false, refusal: 'not_found' }
  const { adRequest } = found
  const actor = side === 'sponsor' ? adRequest.sponsorId : adRequest.influencerId
  const context = { actor, now, currency: 'USD', requestId: 'test' }

  const next = decide(adRequest, side, what, now)
  if (!next.ok) return { ok: false, refusal: next.refusal.kind }
  switch (what.do) {
    case 'propose':
      return saveOffer(database.db, adRequest, next.value, context)
    case 'accept':
      return saveAcceptance(database.db, adRequest, agreedTerms(found, 10), context)
    case 'reject':
      return saveRejection(database.db, adRequest, { reason: 'fit', comment: '' }, context)
    case 'withdraw':
      return saveWithdrawal(database.db, adRequest, context)
  }
}

function decide(adRequest: AdRequest, side: Side, what: Answer, now: number): Result<AdRequest, Refusal> {
  switch (what.do) {
    case 'propose':
      return propose(adRequest, side, adRequest.latest.number + what.number, what.proposal, now)
    case 'accept':
      return accept(adRequest, side, adRequest.latest.number + what.number, now)
    case 'reject':
      return reject(adRequest, side, now)
    case 'withdraw':
      return withdraw(adRequest, side, now)
  }
}

/** The campaign's requests, oldest first. */
export async function requestsOf({ database, campaignId }: Setup): Promise<AdRequestId[]> {
  const sql = 'select id from ad_requests where campaign_id = ? order by id'
  const { rows } = await database.client.execute({ sql, args: [campaignId] })
  return rows.map(({ id }) => Number(id) as AdRequestId)
}

/** Violated invariants of the database as sentences, and all offers as stored. */
export async function inspect({
  database,
  campaignId,
}: Setup): Promise<{ wrong: string[]; offers: Map<string, string> }> {
  const [wrong, offers] = await database.client.batch(
    [{ sql: WRONG, args: { campaign: campaignId } }, 'select * from offers order by ad_request_id, number'],
    'read',
  )
  const written = (offers?.rows ?? []).map(
    (row) => [`${row.ad_request_id} ${row.number}`, JSON.stringify(row)] as const,
  )
  return { wrong: (wrong?.rows ?? []).map((row) => String(row.wrong)), offers: new Map(written) }
}

const WRONG = `
  with request as (
    select r.*, o.made_by as last_by, o.payment_amount as last_amount, o.expires_at as last_expiry, o.number as last_number,
      (select count(*) from offers where ad_request_id = r.id) as offers,
      (select count(*) from events where subject = 'ad_request' and subject_id = r.id) as events
    from ad_requests r left join offers o
      on o.ad_request_id = r.id and o.number = (select max(number) from offers where ad_request_id = r.id)
    where r.campaign_id = :campaign
  )
  select 'two open requests of influencer ' || influencer_id as wrong from request where state = 'pending'
    group by influencer_id having count(*) > 1
  union all select 'offers of ' || id || ' have gaps' from request where offers <> last_number or offers is null
  union all select 'request ' || id || ' does not have its latest offer' from request
    where offer_number <> last_number or payment_amount <> last_amount
  union all select 'turn of ' || id from request where turn = last_by
  union all select 'clock of ' || id from request where state = 'pending' and closes_at <> last_expiry
  union all select 'events of ' || id || ': ' || events || ' events, version ' || version from request where events <> version
  union all select 'collaborations of ' || r.id from request r
    where (state = 'accepted') <> (select count(*) from collaborations k where k.ad_request_id = r.id)
  union all select 'terms of ' || k.ad_request_id from collaborations k join request r on r.id = k.ad_request_id
    where k.payment_amount <> r.last_amount or json_extract(k.terms, '$.offerNumber') <> r.last_number
  union all select 'committed ' || committed || ' of ' || budget || ', agreed ' || agreed
    from (select budget, committed,
      (select coalesce(sum(payment_amount), 0) from request where state = 'accepted') as agreed
      from campaigns where id = :campaign)
    where committed <> agreed or committed > budget`
