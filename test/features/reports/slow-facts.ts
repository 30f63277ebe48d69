import type { Client, Row } from '@libsql/client/http'
import {
  addRequestFacts,
  noRequestFacts,
  type RequestFacts,
} from '../../../src/features/reports/figures/facts.ts'
import type { UserId } from '../../../src/shared/ids.ts'

/** Who takes part in a request, as it was when the request was opened. */
export interface Parties {
  readonly campaignId: number
  readonly sponsorId: number
  readonly influencerId: number
}

export interface Everything {
  readonly events: readonly Row[]
  readonly offers: readonly Row[]
  readonly requests: readonly Row[]
  readonly campaigns: readonly Row[]
  readonly reachOf: ReadonlyMap<number, number>
}

export async function readEverything(client: Client): Promise<Everything> {
  const [events, offers, requests, campaigns, influencers] = await client.batch(
    [
      "select * from events where subject = 'ad_request' order by id",
      'select * from offers order by ad_request_id, number',
      'select * from ad_requests',
      'select * from campaigns',
      'select user_id, reach from influencers',
    ],
    'read',
  )
  const reachOf = new Map((influencers?.rows ?? []).map((row) => [Number(row.user_id), Number(row.reach)]))
  const rowsOf = (result: typeof events) => result?.rows ?? []
  return {
    events: rowsOf(events),
    offers: rowsOf(offers),
    requests: rowsOf(requests),
    campaigns: rowsOf(campaigns),
    reachOf,
  }
}

/** What happened to one request: each event with the month that a calendar in the time zone shows. */
interface Moment {
  readonly kind: string
  readonly at: number
  readonly month: string
  readonly by: number | null
}

/**
 * The facts of a month by campaign, computed request by request, without SQL and without moments of time zones: each
 * event falls into the month that a calendar shows for it.
 */
export function slowFacts(
  { events, offers, requests, campaigns, reachOf }: Everything,
  partiesOf: ReadonlyMap<number, Parties>,
  reader: { readonly id: UserId; readonly side: 'sponsor' | 'influencer'; readonly timeZone: string },
  month: string,
  now: number,
): Map<number, RequestFacts> {
  const monthOf = monthReader(reader.timeZone)
  const found = new Map<number, RequestFacts[]>()
  for (const [id, parties] of partiesOf) {
    if (reader.id !== (reader.side === 'sponsor' ? parties.sponsorId : parties.influencerId)) continue
    const request = requests.find((row) => row.id === id)
    const history: Moment[] = events
      .filter((event) => event.subject_id === id)
      .map(({ kind, at, actor_id }) => ({
        kind: String(kind),
        at: Number(at),
        month: monthOf(Number(at)),
        by: actor_id === null ? null : Number(actor_id),
      }))
    const closesAt = Number(request?.closes_at)
    if (request?.state === 'pending' && closesAt <= now) {
      history.push({ kind: 'expired', at: closesAt, month: monthOf(closesAt), by: null })
    }
    const prices = offers
      .filter((offer) => offer.ad_request_id === id)
      .map((offer) => Number(offer.payment_amount))
    const facts = factsOf(history, parties, prices, reachOf.get(parties.influencerId) ?? 0, month)
    if (facts) found.set(parties.campaignId, [...(found.get(parties.campaignId) ?? []), facts])
  }
  return new Map(
    [...found].map(([campaignId, parts]) => {
      const campaign = reader.side === 'sponsor' ? campaigns.find((row) => row.id === campaignId) : undefined
      const money = { budget: Number(campaign?.budget ?? 0), committed: Number(campaign?.committed ?? 0) }
      return [campaignId, { ...addRequestFacts(parts), ...money }]
    }),
  )
}

function factsOf(
  history: readonly Moment[],
  { sponsorId, influencerId }: Parties,
  prices: readonly number[],
  reach: number,
  month: string,
): RequestFacts | null {
  const now = history.filter((moment) => moment.month === month)
  const countOf = (kind: string) => now.filter((moment) => moment.kind === kind).length
  const upToNow = history.filter((moment) => moment.month <= month)
  const isOpen = upToNow.length > 0 && !upToNow.some(({ kind }) => isEnd(kind))
  if (now.length === 0 && !isOpen) return null

  const answersOf = (side: number) =>
    history.flatMap(({ kind, at, by, month: answered }, index) => {
      const isAnswer =
        ['accepted', 'rejected', 'countered'].includes(kind) && by === side && answered === month
      const offer = history.slice(0, index).findLast(({ kind }) => !isEnd(kind))
      return isAnswer && offer ? [at - offer.at] : []
    })
  const accepted = countOf('accepted')
  const agreement = {
    influencerId: influencerId as UserId,
    amount: prices.at(-1) ?? 0,
    firstAmount: prices[0] ?? 0,
    reach,
  }
  return {
    ...noRequestFacts,
    invited: countOf('invited'),
    applied: countOf('applied'),
    accepted,
    rejected: countOf('rejected'),
    withdrawn: countOf('withdrawn'),
    expired: countOf('expired'),
    pending: isOpen ? 1 : 0,
    sponsorAnswers: answersOf(sponsorId),
    influencerAnswers: answersOf(influencerId),
    agreements: accepted === 1 ? [agreement] : [],
  }
}

function isEnd(kind: string): boolean {
  return ['accepted', 'rejected', 'withdrawn', 'expired'].includes(kind)
}

function monthReader(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' })
  return (at) => format.format(at)
}
