import type { CampaignId, UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Category, DeliverableKind, Platform, UsageChannel } from '../../shared/taxonomy.ts'
import { type Missing, missingForPublication } from './completeness.ts'

export type CampaignState = 'draft' | 'active' | 'paused' | 'completed'

/** What people are shown: an active campaign past its last day has ended, whether or not anybody completed it. */
export type Phase = CampaignState | 'ended'

export type Visibility = 'public' | 'private'

export interface WantedDeliverable {
  readonly kind: DeliverableKind
  readonly count: number
}

/** What a sponsor writes about a campaign. */
export interface Plan {
  readonly name: string
  readonly brief: string
  readonly category: Category | null
  readonly niche: string | null
  readonly platforms: readonly Platform[]
  readonly deliverables: readonly WantedDeliverable[]
  readonly hashtags: string
  readonly mentions: string
  readonly dos: string
  readonly donts: string
  readonly disclosure: string
  readonly usageChannels: readonly UsageChannel[]
  readonly usageMonths: number
  /** Calendar days, `YYYY-MM-DD`, of the sponsor's time zone. */
  readonly startDate: string | null
  readonly endDate: string | null
  /** The first moment after the end date, which is what clocks compare with. */
  readonly endsAt: number | null
  readonly budget: Cents
  readonly visibility: Visibility
}

export interface Campaign extends Plan {
  readonly id: CampaignId
  readonly sponsorId: UserId
  readonly sponsorName: string
  /** The sponsor's. */
  readonly timeZone: string
  readonly state: CampaignState
  readonly committed: Cents
  readonly paid: Cents
  readonly flag: { readonly at: number; readonly reason: string } | null
  readonly createdAt: number
  readonly publishedAt: number | null
  readonly version: number
}

/** A move from one state to the next; `kind` is its name in the history. */
export interface Step {
  readonly kind: 'published' | 'paused' | 'resumed' | 'completed'
  readonly from: CampaignState
  readonly to: CampaignState
}

export type StepRefusal =
  | { readonly kind: 'wrong_state'; readonly state: CampaignState; readonly wanted: CampaignState }
  | { readonly kind: 'incomplete'; readonly missing: readonly Missing[] }
  | { readonly kind: 'flagged'; readonly reason: string }
  | { readonly kind: 'ended' }

export type RemovalRefusal = { readonly kind: 'has_agreements' }

export function phaseOf({ state, endsAt }: Pick<Campaign, 'state' | 'endsAt'>, now: number): Phase {
  return state === 'active' && endsAt !== null && endsAt <= now ? 'ended' : state
}

/** A draft becomes active once nothing is missing in it. */
export function publish(campaign: Campaign, now: number): Result<Step, StepRefusal> {
  return step(
    campaign,
    'published',
    ['draft'],
    'active',
    notFlagged(campaign) ?? nothingMissing(campaign, now),
  )
}

/** No new requests and no agreements until it is resumed; what runs goes on. */
export function pause(campaign: Campaign, now: number): Result<Step, StepRefusal> {
  const over = phaseOf(campaign, now) === 'ended' ? ({ kind: 'ended' } as const) : null
  return step(campaign, 'paused', ['active'], 'paused', over)
}

/** Ends a pause; what publication asks for must hold again, the end date above all. */
export function resume(campaign: Campaign, now: number): Result<Step, StepRefusal> {
  return step(
    campaign,
    'resumed',
    ['paused'],
    'active',
    notFlagged(campaign) ?? nothingMissing(campaign, now),
  )
}

/** For good: nothing new begins, and what was agreed goes on. */
export function complete(campaign: Campaign): Result<Step, StepRefusal> {
  return step(campaign, 'completed', ['active', 'paused'], 'completed', null)
}

/** Whether it may be deleted for good: `accepted` counts its accepted requests, which each made a collaboration. */
export function remove(accepted: number): Result<null, RemovalRefusal> {
  return accepted > 0 ? refuse({ kind: 'has_agreements' }) : ok(null)
}

export function explainStep(refusal: StepRefusal): string {
  switch (refusal.kind) {
    case 'wrong_state':
      return inState[refusal.state]
    case 'incomplete':
      return `Still missing: ${refusal.missing.map(({ name }) => name).join(', ')}.`
    case 'flagged':
      return `Parley has flagged this campaign, so it cannot run: ${refusal.reason}`
    case 'ended':
      return 'This campaign has ended already. Complete it, or move its end date.'
  }
}

export function explainRemoval({ kind }: RemovalRefusal): string {
  switch (kind) {
    case 'has_agreements':
      return 'Something was agreed in this campaign, so it stays in the books: complete it instead.'
  }
}

const inState: Record<CampaignState, string> = {
  draft: 'This campaign is still a draft. Publish it first.',
  active: 'This campaign runs already.',
  paused: 'This campaign is paused already.',
  completed: 'This campaign is completed, and that is final.',
}

function step(
  { state }: Campaign,
  kind: Step['kind'],
  from: readonly CampaignState[],
  to: CampaignState,
  obstacle: StepRefusal | null,
): Result<Step, StepRefusal> {
  if (!from.includes(state)) return refuse({ kind: 'wrong_state', state, wanted: to })
  return obstacle ? refuse(obstacle) : ok({ kind, from: state, to })
}

function notFlagged({ flag }: Campaign): StepRefusal | null {
  return flag && { kind: 'flagged', reason: flag.reason }
}

function nothingMissing(campaign: Campaign, now: number): StepRefusal | null {
  const missing = missingForPublication(campaign, now)
  return missing.length > 0 ? { kind: 'incomplete', missing } : null
}
