import type { Client, InStatement } from '@libsql/client/http'
import { users } from '../../../src/features/accounts/schema.ts'
import { campaignGoals, campaigns } from '../../../src/features/campaigns/schema.ts'
import type { CampaignSearch } from '../../../src/features/discovery/campaigns/filters.ts'
import { sponsors } from '../../../src/features/sponsors/schema.ts'
import { withSearchText } from '../../../src/platform/db/searched-text.ts'
import { mutation } from '../../../src/platform/db/write.ts'
import type { CampaignId, UserId } from '../../../src/shared/ids.ts'
import type { Cents } from '../../../src/shared/money.ts'
import { nichesOf, type Platform, platformKeys } from '../../../src/shared/taxonomy.ts'
import { DAY, endOfDay } from '../../../src/shared/time.ts'
import { toStatement } from '../../support/statements.ts'
import { picker, randomNumbers } from './random.ts'
import { containsAll, queryTokensOf, tokensOf } from './word-matching.ts'

/** 2026-11-22, noon in UTC. */
export const NOW = Date.UTC(2026, 10, 22, 12)

/** A campaign of the tests. `bruteForce` searches these. */
export interface TestCampaign {
  readonly id: number
  readonly sponsor: number
  readonly name: string
  readonly brief: string
  readonly goals: readonly string[]
  readonly category: 'outdoors' | 'food' | 'travel'
  readonly niche: string
  readonly platforms: readonly string[]
  readonly budget: number
  readonly startDate: string
  readonly endDate: string
  readonly endsAt: number
  readonly publishedAt: number
  readonly state: string
  readonly visibility: string
  readonly flagged: boolean
}

export const SPONSORS = [
  { id: 1, company: 'Northway Outdoor', status: 'active' },
  { id: 2, company: 'Café Zürich', status: 'active' },
  { id: 3, company: 'Trail & Tent', status: 'active' },
  { id: 4, company: 'Gone Trail', status: 'suspended' },
] as const

const NAMES = ['Autumn Trail Boots', 'Winter café', 'Tent', 'Tea for two', 'trailer', 'ÅNGSTRÖM 2027', 'Zelt']
const BRIEFS = [
  'Walk in them and tell us.',
  'Reviews of a TENT; autumn colours',
  "the café's own roast",
  'Größe zählt, 100 % cotton',
  '',
]
const GOALS = ['Reach hikers', 'boots on 500 feet', 'trail', 'Über 100 visits', 'Sell tents']
const CATEGORIES = ['outdoors', 'food', 'travel'] as const
const BUDGETS = [1, 99, 100_000, 299_999, 300_000, 300_001, 999_999, 1_000_000, 2_500_000, 99_999_999_999]
const SIZE = 240

/** The same in every run. Many sort keys are equal, so that pages end between equal ones. */
export function makeCampaigns(): TestCampaign[] {
  const random = randomNumbers(7)
  const pick = picker(random)
  return Array.from({ length: SIZE }, (_, index): TestCampaign => {
    const category = pick(CATEGORIES)
    const start = Math.floor((random() - 0.5) * 900)
    const startDate = dayFrom(start)
    const endDate = dayFrom(Math.max(start, 0) + Math.floor(random() * 500) - 4)
    const lastDay = [startDate, endDate].toSorted().at(-1) ?? endDate
    return {
      id: index + 1,
      sponsor: pick(SPONSORS).id,
      name: `${pick(NAMES)} ${index % 4}`,
      brief: pick(BRIEFS),
      goals: Array.from({ length: index % 3 }, () => pick(GOALS)),
      category,
      niche: pick(Object.keys(nichesOf(category)).slice(0, 2)),
      platforms: platformKeys.filter(() => random() < 0.3),
      budget: pick(BUDGETS),
      startDate,
      endDate: lastDay,
      endsAt: endOfDay(lastDay, 'UTC'),
      publishedAt: NOW - Math.floor(random() * 6) * DAY - Math.floor(random() * 999),
      state: random() < 0.85 ? 'active' : pick(['draft', 'paused', 'completed']),
      visibility: random() < 0.9 ? 'public' : 'private',
      flagged: random() < 0.07,
    }
  })
}

/** The ids that a search must find, in order, computed by checking every campaign. */
export function bruteForce(made: readonly TestCampaign[], search: CampaignSearch, now = NOW): number[] {
  const words = queryTokensOf(search.query)
  if (words.length === 0 && search.query.trim() !== '') return []
  const fitting = made.filter((campaign) => isOpen(campaign, now) && fits(campaign, search))
  const tokensIn = (campaign: TestCampaign) => tokensOf(`${namesOf(campaign)} ${textsOf(campaign)}`)
  const named = (campaign: TestCampaign) => (containsAll(tokensOf(namesOf(campaign)), words) ? 0 : 1)
  const newestFirst = (one: TestCampaign, other: TestCampaign) =>
    seconds(other.publishedAt) - seconds(one.publishedAt)
  const orders: Record<CampaignSearch['sort'], (one: TestCampaign, other: TestCampaign) => number> = {
    relevance: (one, other) => named(one) - named(other) || newestFirst(one, other),
    newest: newestFirst,
    budget: (one, other) => Math.min(other.budget, 2 ** 34 - 1) - Math.min(one.budget, 2 ** 34 - 1),
    ending: (one, other) => seconds(one.endsAt) - seconds(other.endsAt),
  }
  return fitting
    .filter((campaign) => containsAll(tokensIn(campaign), words))
    .sort((one, other) => orders[search.sort](one, other) || one.id - other.id)
    .map(({ id }) => id)
}

export function isOpen({ state, visibility, flagged, endsAt, sponsor }: TestCampaign, now = NOW): boolean {
  const isActive = SPONSORS.find(({ id }) => id === sponsor)?.status === 'active'
  return state === 'active' && visibility === 'public' && !flagged && endsAt > now && isActive
}

function fits(campaign: TestCampaign, search: CampaignSearch): boolean {
  const { category, niche, platform, budgetFrom, budgetTo, from, until } = search
  return (
    (category === null || campaign.category === category) &&
    (niche === null || campaign.niche === niche) &&
    (platform === null || campaign.platforms.includes(platform)) &&
    (budgetFrom === null || campaign.budget >= budgetFrom) &&
    (budgetTo === null || campaign.budget <= budgetTo) &&
    (from === null || campaign.endDate >= from) &&
    (until === null || campaign.startDate <= until)
  )
}

function namesOf({ name, sponsor }: TestCampaign): string {
  return `${name} ${SPONSORS.find(({ id }) => id === sponsor)?.company}`
}

// The index also has the labels of the category and the niche.
function textsOf({ brief, goals, category, niche }: TestCampaign): string {
  const labels = { outdoors: 'Outdoors', food: 'Food and drink', travel: 'Travel' }
  const ofNiche: Readonly<Record<string, string>> = nichesOf(category)
  return [brief, ...goals, labels[category], ofNiche[niche]].join(' ')
}

function seconds(at: number): number {
  return Math.floor(at / 1_000)
}

export async function insertCampaigns(client: Client, made: readonly TestCampaign[]): Promise<void> {
  await client.batch([...SPONSORS.flatMap(insertSponsor), ...made.flatMap(insertCampaign)], 'write')
}

function insertSponsor({ id, company, status }: (typeof SPONSORS)[number]): InStatement[] {
  const userId = id as UserId
  const name = `sponsor${id}`
  const account = { username: name, email: `${name}@example.com`, displayName: name, passwordHash: '' }
  return [
    mutation
      .insert(users)
      .values(withSearchText(users, { ...account, id: userId, role: 'sponsor', status, createdAt: 0 })),
    mutation
      .insert(sponsors)
      .values(withSearchText(sponsors, { userId, companyName: company, industry: 'Gear', submittedAt: 0 })),
  ].map(toStatement)
}

export function insertCampaign(made: TestCampaign): InStatement[] {
  const { sponsor, goals, flagged, ...plan } = made
  const id = made.id as CampaignId
  return [
    mutation.insert(campaigns).values(
      withSearchText(campaigns, {
        ...plan,
        id,
        sponsorId: sponsor as UserId,
        platforms: plan.platforms as Platform[],
        wantedDeliverables: [{ kind: 'reel', count: 1 }],
        usageChannels: ['organic'],
        budget: plan.budget as Cents,
        state: plan.state as 'active',
        visibility: plan.visibility as 'public',
        flaggedAt: flagged ? NOW : null,
        createdAt: 0,
      }),
    ),
    ...goals.map((text, position) =>
      mutation
        .insert(campaignGoals)
        .values(withSearchText(campaignGoals, { campaignId: id, position, text })),
    ),
  ].map(toStatement)
}

export function dayFrom(days: number): string {
  return new Date(NOW + days * DAY).toISOString().slice(0, 10)
}
