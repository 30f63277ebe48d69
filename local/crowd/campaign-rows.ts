import type { EventKind } from '../../src/features/activity/event-kinds.ts'
import { events } from '../../src/features/activity/schema.ts'
import { campaignGoals, campaigns } from '../../src/features/campaigns/schema.ts'
import { cents } from '../../src/shared/money.ts'
import { MINUTE } from '../../src/shared/time.ts'
import { briefOf, goalsOf, rulesOf } from './briefs.ts'
import type { Campaign } from './campaigns.ts'
import { Random } from './random.ts'
import type { Rows } from './rows.ts'
import type { World } from './world.ts'

/** What every post of a campaign has to say; the same each time that it is asked for. */
export function postRules({ seed }: World, { index, product, sponsor }: Campaign) {
  const tag = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')
  return {
    ...rulesOf(new Random(seed, 6, index)),
    hashtags: `#${tag(product[0])} #${tag(sponsor.company)}`,
    mentions: `@${tag(sponsor.company).toLowerCase()}`,
    disclosure: index % 4 === 3 ? '#ad at the start' : '#ad',
  }
}

/** A campaign, its goals and its history. What is committed follows once its requests are known. */
export function addCampaign(rows: Rows, world: World, campaign: Campaign): void {
  const random = new Random(world.seed, 7, campaign.index)
  const { id, sponsor, place, flaggedAt } = campaign
  const brief = briefOf(campaign, random)
  rows.add(campaigns, {
    id,
    sponsorId: sponsor.id,
    name: campaign.name,
    brief: place === 'unfinished' ? '' : brief,
    category: campaign.category,
    niche: campaign.niche,
    platforms: campaign.platforms,
    wantedDeliverables: place === 'unfinished' ? [] : campaign.wanted,
    ...postRules(world, campaign),
    usageChannels: campaign.usageChannels,
    usageMonths: campaign.usageMonths,
    startDate: campaign.startDate,
    endDate: campaign.endDate,
    endsAt: campaign.endsAt,
    budget: place === 'unfinished' ? cents(0) : campaign.budget,
    visibility: place === 'private' ? 'private' : 'public',
    state: campaign.state,
    flaggedAt: flaggedAt,
    flagReason: flaggedAt === null ? null : 'The brief asks for claims about health that need a source.',
    createdAt: campaign.createdAt,
    publishedAt: campaign.publishedAt,
    version: history(campaign).length,
  })
  addGoals(rows, world, campaign, random)
  for (const { kind, from, to, at } of history(campaign)) {
    rows.add(events, {
      subject: 'campaign',
      subjectId: id,
      kind,
      actorId: sponsor.id,
      fromState: from,
      toState: to,
      note: null,
      at,
    })
  }
}

function addGoals(rows: Rows, { now }: World, campaign: Campaign, random: Random): void {
  const { id, publishedAt, completedAt } = campaign
  for (const [position, text] of goalsOf(campaign, random).entries()) {
    const ticked = publishedAt !== null && random.chance(completedAt === null ? 0.3 : 0.8)
    const until = completedAt ?? now
    const doneAt = ticked ? Math.floor(random.between(publishedAt, until)) : null
    rows.add(campaignGoals, { campaignId: id, position, text, doneAt: doneAt })
  }
}

interface Happened {
  readonly kind: EventKind<'campaign'>
  readonly from: string | null
  readonly to: string | null
  readonly at: number
}

/** What its sponsor did to it, in order. */
function history({ index, createdAt, publishedAt, pausedAt, completedAt }: Campaign): Happened[] {
  const done: Happened[] = [{ kind: 'created', from: null, to: 'draft', at: createdAt }]
  if (publishedAt === null) return done
  if (index % 3 === 0) {
    const between = createdAt + Math.floor((publishedAt - createdAt) / 2)
    done.push({ kind: 'edited', from: null, to: null, at: between })
  }
  done.push({ kind: 'published', from: 'draft', to: 'active', at: publishedAt })
  if (completedAt !== null && index % 5 === 2) {
    done.push({ kind: 'paused', from: 'active', to: 'paused', at: publishedAt + 5 * MINUTE })
    done.push({ kind: 'resumed', from: 'paused', to: 'active', at: publishedAt + 50 * MINUTE })
  }
  if (pausedAt !== null) done.push({ kind: 'paused', from: 'active', to: 'paused', at: pausedAt })
  if (completedAt !== null) done.push({ kind: 'completed', from: 'active', to: 'completed', at: completedAt })
  return done
}
