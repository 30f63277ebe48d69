import { and, eq, gt, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import { withSearchText } from '../../platform/db/searched-text.ts'
import { expectOneRow, mutation, returnedId, type Statement, write } from '../../platform/db/write.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { CampaignId, UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import { okValue, type Result } from '../../shared/result.ts'
import { type FlagCopy, flagColumns } from '../accounts/flag-copy.ts'
import { type EventOf, partiesOfRow, recordEvent, recordEventForEach } from '../activity/commands.ts'
import { adRequests } from '../ad-requests/schema.ts'
import type { Campaign, StateChange } from './campaign.ts'
import type { CampaignInput } from './forms.ts'
import { insertGoals, saveGoals } from './goals/commands.ts'
import { deletedNotification } from './notifications.ts'
import type { CampaignWithGoals } from './queries.ts'
import { campaigns } from './schema.ts'

type Saved<Name extends string> = Promise<Result<unknown, Name>>

/** Creates a draft and returns its id. */
export async function createCampaign(
  db: Database,
  { plan, goals }: CampaignInput,
  { actor, now }: ActionContext,
): Promise<CampaignId> {
  const created = sql<CampaignId>`(select max(id) from ${campaigns} where sponsor_id = ${actor})`
  const saved = await write(
    db,
    [
      mutation
        .insert(campaigns)
        .values(withSearchText(campaigns, { ...plan, sponsorId: actor, createdAt: now }))
        .returning({ id: campaigns.id }),
      ...insertGoals(
        created,
        goals.map((text, position) => ({ text, position })),
      ),
      recordEvent({ subject: 'campaign', subjectId: created, kind: 'created', actor, to: 'draft', at: now }),
    ],
    { invalidates: ['campaigns', 'statistics'] },
  )
  return returnedId(okValue(saved)[0])
}

/** `changedFields` names the changed fields for the activity. The budget cannot go below what is committed. */
export function saveEdit(
  db: Database,
  before: CampaignWithGoals,
  { plan, goals }: CampaignInput,
  changedFields: readonly string[],
  { actor, now }: ActionContext,
): Saved<'conflict'> {
  const { id } = before.campaign
  return write(
    db,
    [
      mutation
        .update(campaigns)
        .set(withSearchText(campaigns, { ...plan, version: nextVersion }))
        .where(and(isUnchanged(before.campaign), lte(campaigns.committed, plan.budget))),
      expectOneRow('conflict'),
      ...saveGoals(id, before.goals, goals),
      ...(plan.endsAt === null ? [] : [expireOffersBy(id, plan.endsAt)]),
      recordEvent({
        subject: 'campaign',
        subjectId: id,
        kind: 'edited',
        actor,
        note: changedFields.join(', '),
        at: now,
      }),
    ],
    { invalidates: ['campaigns', 'statistics'] },
  )
}

export function saveStateChange(
  db: Database,
  campaign: Campaign,
  { kind, from, to }: StateChange,
  { actor, now }: ActionContext,
): Saved<'conflict'> {
  const published = kind === 'published' ? { publishedAt: now } : {}
  return write(
    db,
    [
      mutation
        .update(campaigns)
        .set({ ...published, state: to, version: nextVersion })
        .where(isUnchanged(campaign)),
      expectOneRow('conflict'),
      recordEvent({ subject: 'campaign', subjectId: campaign.id, kind, actor, from, to, at: now }),
    ],
    { invalidates: ['campaigns', 'statistics'] },
  )
}

/**
 * Deletes a campaign for good, with its requests, and notifies the influencers with an open one.
 * Refuses with `conflict` also if a request has been accepted.
 */
export function deleteCampaign(
  db: Database,
  campaign: Campaign,
  { actor, now }: ActionContext,
): Saved<'conflict'> {
  const requests = sql`from ${adRequests} where campaign_id = ${campaign.id}`
  const openRequests = sql`${requests} and state = 'pending' and closes_at > ${now}`
  const overdueRequests = sql`${requests} and state = 'pending' and closes_at <= ${now}`
  const accepted = sql`exists (select 1 ${requests} and state = 'accepted')`
  return write(
    db,
    [
      ...deletedNotification(campaign, openRequests, now),
      // The requests are deleted, but their events stay, and reports need to know how they ended.
      recordEventForEach(endOfRequest('expired', null, sql`closes_at`), overdueRequests),
      recordEventForEach(endOfRequest('withdrawn', actor, now), openRequests),
      mutation.delete(campaigns).where(and(isUnchanged(campaign), sql`not ${accepted}`)),
      expectOneRow('conflict'),
      recordEvent({
        subject: 'campaign',
        subjectId: campaign.id,
        kind: 'deleted',
        actor,
        from: campaign.state,
        note: campaign.name,
        at: now,
      }),
    ],
    { invalidates: ['campaigns', 'statistics'] },
  )
}

/**
 * Adds an agreed amount to what a campaign has committed, for the batch that makes the agreement. Stops that
 * batch with `name` if the campaign has been edited since, takes no agreements, or lacks the budget.
 */
export function commitBudget<Name extends string>(
  campaign: { readonly id: CampaignId; readonly version: number },
  amount: Cents,
  now: number,
  name: Name,
): Statement<Name>[] {
  const committed = sql`${campaigns.committed} + ${amount}`
  return [
    mutation
      .update(campaigns)
      .set({ committed })
      .where(
        and(
          eq(campaigns.id, campaign.id),
          eq(campaigns.version, campaign.version),
          eqLiteral(campaigns.state, 'active'),
          isNull(campaigns.flaggedAt),
          gt(campaigns.endsAt, now),
          sql`${committed} <= ${campaigns.budget}`,
        ),
      ),
    expectOneRow(name),
  ]
}

/**
 * Whether an offer fits a campaign, for the batch that makes the offer: the campaign has not been edited since it was
 * read, and has at least what its sponsor offers, `invited` times. An offer commits nothing, so several offers at once
 * may each fit.
 */
export function canOffer(
  id: CampaignId,
  version: number,
  offer: { readonly madeBy: 'sponsor' | 'influencer'; readonly paymentAmount: Cents },
  invited = 1,
): SQL {
  const total = offer.madeBy === 'sponsor' ? offer.paymentAmount * invited : 0
  return sql`exists (select 1 from ${campaigns} where id = ${id} and version = ${version}
    and budget - committed >= ${total})`
}

/** Flags a campaign, or removes its flag (null). For the batch that writes the flag; it invalidates like `saveEdit`. */
export function setCampaignFlag(id: CampaignId, flag: FlagCopy | null): Statement {
  return mutation.update(campaigns).set(flagColumns(flag)).where(eq(campaigns.id, id))
}

// An offer cannot outlive its campaign, even when the campaign now ends earlier. This is the one write to another
// feature's table: ad-requests imports this file, so this file cannot import its commands.
function expireOffersBy(campaignId: CampaignId, endsAt: number) {
  return mutation
    .update(adRequests)
    .set({ closesAt: endsAt })
    .where(
      and(
        eq(adRequests.campaignId, campaignId),
        eqLiteral(adRequests.state, 'pending'),
        gt(adRequests.closesAt, endsAt),
      ),
    )
}

function endOfRequest(
  kind: 'expired' | 'withdrawn',
  actor: UserId | null,
  at: number | SQL,
): EventOf<'ad_request'> {
  const what = { subject: 'ad_request', subjectId: sql`id`, kind } as const
  return { ...what, actor, from: 'pending', to: kind, at, parties: partiesOfRow }
}

const nextVersion = sql`${campaigns.version} + 1`

function isUnchanged({ id, sponsorId, version }: Campaign): SQL | undefined {
  return and(eq(campaigns.id, id), eq(campaigns.sponsorId, sponsorId), eq(campaigns.version, version))
}
