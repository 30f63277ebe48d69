import type { Client, Row } from '@libsql/client/http'

const DAY = 86_400_000
const NOW = 0
const PLATFORM = 0

/** Every figure, counted row by row without SQL: `owner day figure dimension` and its value. */
export async function slowFigures(client: Client): Promise<Map<string, number>> {
  const all = async (table: string) => (await client.execute(`select * from ${table} order by 1`)).rows
  const users = await all('users')
  const influencers = await all('influencers')
  const campaigns = await all('campaigns')
  const requests = await all('ad_requests')
  const deals = await all('collaborations')
  const events = await all('events')
  const statusOf = new Map(users.map(({ id, status }) => [id, status]))

  const figures = new Map<string, number>()
  const add = (owners: unknown[], day: number, figure: string, dimension: unknown, value = 1) => {
    for (const owner of [PLATFORM, ...owners]) addTo(figures, `${owner} ${day} ${figure} ${dimension}`, value)
  }

  for (const { role, status, created_at } of users) {
    if (role === 'admin') continue
    add([], NOW, 'accounts', `${role}_${status}`)
    add([], dayOf(created_at), 'sign_ups', role)
    if (status === 'active') add([], dayOf(created_at), 'active_sign_ups', role)
  }
  for (const { user_id, flagged_at, followers, reach } of influencers) {
    if (flagged_at !== null) add([], NOW, 'flagged_influencers', '')
    if (flagged_at !== null || statusOf.get(user_id) !== 'active') continue
    add([], NOW, 'influencers', tierOf(Number(followers)))
    add([], NOW, 'reach', '', Number(reach))
  }
  for (const campaign of campaigns) {
    const isEnded =
      ['active', 'paused'].includes(String(campaign.state)) &&
      campaign.ends_at !== null &&
      campaign.ends_at === campaign.recorded_end_at
    add([], NOW, 'campaigns', `${isEnded ? 'ended' : campaign.state}_${campaign.visibility}`)
    if (campaign.flagged_at !== null) add([], NOW, 'flagged_campaigns', '')
    if (campaign.published_at !== null) add([], dayOf(campaign.published_at), 'published', '')
    const isOpen =
      campaign.state === 'active' &&
      campaign.visibility === 'public' &&
      campaign.flagged_at === null &&
      campaign.ends_at !== campaign.recorded_end_at &&
      statusOf.get(campaign.sponsor_id) === 'active'
    if (isOpen) add([], NOW, 'open_campaigns', campaign.category)
  }
  for (const { state, turn, sponsor_id, influencer_id, origin, created_at, closes_at } of requests) {
    const owners = [sponsor_id, influencer_id]
    add(owners, NOW, 'requests', state === 'pending' ? `pending_${turn}` : state)
    add(owners, dayOf(created_at), 'sent', origin)
    if (state !== 'pending') add(owners, dayOf(closes_at), 'closed', state)
  }
  for (const { sponsor_id, influencer_id, created_at, payment_amount, influencer_reach } of deals) {
    add([], NOW, 'deals', '')
    add([sponsor_id, influencer_id], dayOf(created_at), 'agreed', '', Number(payment_amount))
    add([sponsor_id], dayOf(created_at), 'agreed_reach', '', Number(influencer_reach))
  }
  // By the events, so that a command that forgets when a request was first answered is found.
  for (const { id, origin, sponsor_id, influencer_id } of requests) {
    const own = events.filter(({ subject, subject_id }) => subject === 'ad_request' && subject_id === id)
    const [opening, answer] = [own.find(isOpening), own.find(isAnswer)]
    if (!opening || !answer) continue
    const answeredBy = origin === 'invitation' ? influencer_id : sponsor_id
    const took = Number(answer.at) - Number(opening.at)
    add([answeredBy], dayOf(answer.at), 'first_answers', rangeOf(took))
  }
  return withoutZeros(figures)
}

/** The figures that are stored. */
export async function storedFigures(client: Client): Promise<Map<string, number>> {
  const { rows } = await client.execute('select * from daily_figures')
  return withoutZeros(
    new Map(
      rows.map(({ owner_id, day, figure, dimension, value }) => [
        `${owner_id} ${day} ${figure} ${dimension}`,
        Number(value),
      ]),
    ),
  )
}

/** In one order, so that a difference is easy to read. */
export function sorted(figures: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...figures].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function addTo(figures: Map<string, number>, key: string, value: number): void {
  figures.set(key, (figures.get(key) ?? 0) + value)
}

function withoutZeros(figures: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...figures].filter(([, value]) => value !== 0))
}

function dayOf(at: unknown): number {
  return Math.floor(Number(at) / DAY)
}

function isOpening({ kind }: Row): boolean {
  return kind === 'invited' || kind === 'applied'
}

function isAnswer({ kind }: Row): boolean {
  return kind === 'accepted' || kind === 'rejected' || kind === 'countered'
}

function tierOf(followers: number): string {
  if (followers < 10_000) return 'nano'
  if (followers < 50_000) return 'micro'
  if (followers < 500_000) return 'mid'
  return followers < 1_000_000 ? 'macro' : 'mega'
}

function rangeOf(took: number): string {
  const hours = took / 3_600_000
  if (hours < 1) return 'hour'
  if (hours < 6) return 'quarter_day'
  if (hours < 24) return 'day'
  if (hours < 48) return 'two_days'
  if (hours < 72) return 'three_days'
  return hours < 168 ? 'week' : 'longer'
}
