import { ok, type Result, refuse } from '../../shared/result.ts'
import { type MissingItem, missingForPublication } from './completeness.ts'
import type { CampaignRow } from './schema.ts'

export interface Campaign extends CampaignRow {
  readonly sponsorName: string
}

/** What a sponsor writes about a campaign: every column except those that Parley fills in. */
export type Plan = Omit<
  CampaignRow,
  | 'id'
  | 'sponsorId'
  | 'state'
  | 'committed'
  | 'paid'
  | 'recordedEndAt'
  | 'flaggedAt'
  | 'flagReason'
  | 'createdAt'
  | 'publishedAt'
  | 'version'
>

export type CampaignState = CampaignRow['state']

/**
 * The state that people see. A published campaign is upcoming until its first day and ends after its last one, even
 * if nobody completes it or it is paused. It takes requests before its first day, too. In SQL it is `isInPhase`
 * (`list/queries.ts`).
 */
export type Phase = CampaignState | 'upcoming' | 'ended'

/** In the order of the tabs. */
export const phaseLabels: Readonly<Record<Phase, string>> = {
  draft: 'Draft',
  upcoming: 'Upcoming',
  active: 'Active',
  paused: 'Paused',
  ended: 'Ended',
  completed: 'Completed',
}

export const phases = Object.keys(phaseLabels) as [Phase, ...Phase[]]

export interface StateChange {
  /** Its name in the activity. */
  readonly kind: 'published' | 'paused' | 'resumed' | 'completed'
  readonly from: CampaignState
  readonly to: CampaignState
}

export type StateRefusal =
  | { readonly kind: 'wrong_state'; readonly state: CampaignState; readonly wanted: CampaignState }
  | { readonly kind: 'incomplete'; readonly missing: readonly MissingItem[] }
  | { readonly kind: 'flagged'; readonly reason: string | null }
  | { readonly kind: 'ended' }

export type DeletionRefusal = { readonly kind: 'has_agreements' }

export function phaseOf(
  { state, startsAt, endsAt }: Pick<Campaign, 'state' | 'startsAt' | 'endsAt'>,
  now: number,
): Phase {
  if (state === 'draft' || state === 'completed') return state
  if (endsAt !== null && endsAt <= now) return 'ended'
  if (state === 'paused') return 'paused'
  return startsAt !== null && startsAt > now ? 'upcoming' : 'active'
}

/** Makes a draft active. Refuses while something is missing from its brief. */
export function publish(campaign: Campaign, now: number): Result<StateChange, StateRefusal> {
  const refusal = flagRefusal(campaign) ?? incompleteRefusal(campaign, now)
  return changeState(campaign, 'published', ['draft'], 'active', refusal)
}

/** Stops new requests and agreements until the campaign is resumed. Existing deals continue. */
export function pause(campaign: Campaign, now: number): Result<StateChange, StateRefusal> {
  const refusal = phaseOf(campaign, now) === 'ended' ? ({ kind: 'ended' } as const) : null
  return changeState(campaign, 'paused', ['active'], 'paused', refusal)
}

/** Ends a pause. The campaign must be complete again, for example its end date must not have passed. */
export function resume(campaign: Campaign, now: number): Result<StateChange, StateRefusal> {
  const refusal = flagRefusal(campaign) ?? incompleteRefusal(campaign, now)
  return changeState(campaign, 'resumed', ['paused'], 'active', refusal)
}

/** Final: no new requests or agreements. Existing deals continue. */
export function complete(campaign: Campaign): Result<StateChange, StateRefusal> {
  return changeState(campaign, 'completed', ['active', 'paused'], 'completed', null)
}

/** Whether a campaign may be deleted for good. `accepted` is how many of its requests were accepted. */
export function checkDeletion(accepted: number): Result<null, DeletionRefusal> {
  return accepted > 0 ? refuse({ kind: 'has_agreements' }) : ok(null)
}

export function explainStateRefusal(refusal: StateRefusal): string {
  switch (refusal.kind) {
    case 'wrong_state':
      return inState[refusal.state]
    case 'incomplete':
      return `Still missing: ${refusal.missing.map(({ name }) => name).join(', ')}.`
    case 'flagged':
      return `This campaign is flagged, so it can't be active. ${refusal.reason ?? ''}`.trim()
    case 'ended':
      return 'This campaign has ended. Complete it, or choose a later end date.'
  }
}

export function explainDeletionRefusal({ kind }: DeletionRefusal): string {
  switch (kind) {
    case 'has_agreements':
      return "This campaign has agreements, so it's kept for your records. You can complete it instead."
  }
}

const inState: Record<CampaignState, string> = {
  draft: 'This campaign is still a draft. Publish it first.',
  active: 'This campaign is already active.',
  paused: 'This campaign is already paused.',
  completed: 'This campaign is completed, and that is final.',
}

function changeState(
  { state }: Campaign,
  kind: StateChange['kind'],
  from: readonly CampaignState[],
  to: CampaignState,
  refusal: StateRefusal | null,
): Result<StateChange, StateRefusal> {
  if (!from.includes(state)) return refuse({ kind: 'wrong_state', state, wanted: to })
  return refusal ? refuse(refusal) : ok({ kind, from: state, to })
}

function flagRefusal({ flaggedAt, flagReason }: Campaign): StateRefusal | null {
  return flaggedAt === null ? null : { kind: 'flagged', reason: flagReason }
}

function incompleteRefusal(campaign: Campaign, now: number): StateRefusal | null {
  const missing = missingForPublication(campaign, now)
  return missing.length > 0 ? { kind: 'incomplete', missing } : null
}
