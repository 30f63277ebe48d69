import { scheduleOf } from '../../src/features/campaigns/schedule.ts'
import { campaignGoals, campaigns } from '../../src/features/campaigns/schema.ts'
import type { CampaignId, UserId } from '../../src/shared/ids.ts'
import { type Cents, cents } from '../../src/shared/money.ts'
import { deliverableKindKeys, nicheLabel, nichesOf, platformKeys } from '../../src/shared/taxonomy.ts'
import { DAY, dayAt } from '../../src/shared/time.ts'
import type { BulkInsert } from './bulk-insert.ts'
import { lastSweep, type Plan } from './plan.ts'
import { Random } from './random.ts'
import { isApproved, sponsorTimeZone } from './sponsors.ts'
import { adjective, capitalized, noun } from './text.ts'
import { categoryOf } from './users.ts'

/** A published campaign that takes requests until it ends. */
export interface OpenCampaign {
  readonly id: CampaignId
  readonly sponsorId: UserId
  readonly isPrivate: boolean
  readonly budget: Cents
  readonly endDate: string
  readonly timeZone: string
  readonly endsAt: number
  readonly publishedAt: number
  readonly wanted: (typeof campaigns.$inferInsert)['wantedDeliverables']
  committed: number
}

const kinds = [
  'active',
  'active',
  'private',
  'paused',
  'active',
  'ended',
  'active',
  'draft',
  'active',
  'private',
  'flagged',
  'unfinished',
] as const

/** Adds a campaign with its goals. Returns it if it may have requests. Paused and flagged campaigns have none. */
export function addCampaign(rows: BulkInsert, plan: Plan, index: number): OpenCampaign | null {
  const { now, counts, first } = plan
  const random = new Random(plan.seed, 3, index)
  const share = index / counts.campaigns
  const kind = share < 0.27 ? 'completed' : (kinds[index % kinds.length] ?? 'active')
  const state = stateOf(kind)
  const isDraft = state === 'draft'
  const createdAt = Math.floor(now - (kind === 'completed' ? 400 - share * 1_100 : 80 - share * 76) * DAY)
  const publishedAt = createdAt + Math.floor(random.between(0.1, 1) * DAY)
  const end = endOf(kind, createdAt, now, random)

  const sponsor = sponsorOf(index, counts.sponsors)
  const timeZone = sponsorTimeZone(plan, sponsor)
  const endDate = dayAt(end, timeZone)
  const startDate = dayAt(Math.min(publishedAt + 2 * DAY, end), timeZone)
  const { startsAt, endsAt } = scheduleOf({ startDate, endDate, timeZone })
  const category = categoryOf(sponsor)
  const niche = random.pick(Object.keys(nichesOf(category)))
  const wanted = random
    .some(deliverableKindKeys, random.whole(1, 3))
    .map((wantedKind) => ({ kind: wantedKind, count: random.whole(1, 3) }))
  const campaign = {
    id: (first.campaign + index) as CampaignId,
    sponsorId: (first.user + sponsor) as UserId,
    budget: cents(kind === 'unfinished' ? 0 : random.whole(5, 60) * 500_00),
    endDate,
    endsAt: endsAt ?? 0,
    publishedAt,
  }
  const name = `${capitalized(adjective(random))} ${capitalized(noun(random))} ${capitalized(noun(random))}`
  rows.add(campaigns, {
    ...campaign,
    name,
    brief:
      kind === 'unfinished'
        ? ''
        : `Show your ${adjective(random)} ${nicheLabel(category, niche)?.toLowerCase()} with ${noun(random)} and ${adjective(random)} ${noun(random)}. Tell people what you think of it.`,
    category,
    niche,
    platforms: random.some(platformKeys, random.whole(1, 3)),
    wantedDeliverables: kind === 'unfinished' ? [] : wanted,
    hashtags: `#${name.replaceAll(/\P{L}/gu, '')}`,
    dos: 'Show it in daylight.',
    donts: 'No comparisons by name.',
    usageChannels: ['organic'],
    usageMonths: random.pick([3, 3, 3, 6, 12]),
    timeZone,
    startDate,
    startsAt,
    recordedEndAt: kind === 'ended' && campaign.endsAt <= lastSweep(now) ? campaign.endsAt : null,
    visibility: kind === 'private' ? 'private' : 'public',
    state,
    flaggedAt: kind === 'flagged' ? now - DAY : null,
    flagReason: kind === 'flagged' ? 'The brief makes a claim that needs a source.' : null,
    createdAt,
    publishedAt: isDraft ? null : publishedAt,
    version: versions[state],
  })
  for (let position = 0; position < 2; position += 1) {
    rows.add(campaignGoals, {
      campaignId: campaign.id,
      position,
      text: `${capitalized(adjective(random))} ${noun(random)}`,
      doneAt: kind === 'completed' ? publishedAt + DAY : null,
    })
  }
  if (isDraft || kind === 'paused' || kind === 'flagged') return null
  return { ...campaign, timeZone, isPrivate: kind === 'private', wanted, committed: 0 }
}

function sponsorOf(index: number, sponsors: number): number {
  const sponsor = (index * 17) % sponsors
  return isApproved(sponsor) ? sponsor : 0
}

type Kind = (typeof kinds)[number] | 'completed'

function endOf(kind: Kind, createdAt: number, now: number, random: Random): number {
  if (kind === 'completed') return createdAt + random.between(20, 50) * DAY
  return kind === 'ended' ? now - 1.5 * DAY : now + random.between(8, 50) * DAY
}

function stateOf(kind: Kind) {
  if (kind === 'completed' || kind === 'paused') return kind
  return kind === 'draft' || kind === 'unfinished' ? 'draft' : 'active'
}

/** As many changes as a campaign has had when it is in a state. */
const versions = { draft: 1, active: 2, paused: 3, completed: 3 } as const
