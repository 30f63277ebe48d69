import { and, eq, gt, lte, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import { expectOneRow, mutation, write } from '../../platform/db/write.ts'
import { routes } from '../../routes.ts'
import type { CampaignId } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import { recordEvent } from '../activity/events.ts'
import { adRequests } from '../ad-requests/schema.ts'
import { notifyEach } from '../notifications/commands.ts'
import type { ActionContext } from './act.ts'
import type { Campaign, Plan, Step } from './campaign.ts'
import type { WrittenPlan } from './forms.ts'
import { insertGoals, saveGoals } from './goals/commands.ts'
import type { WithGoals } from './queries.ts'
import { campaigns } from './schema.ts'

type Saved<Name extends string> = Promise<Result<unknown, Name>>

/**
 * Saves a new draft and gives its id. `made_already`: this form has made one before, see `formKeyOf`.
 */
export async function createCampaign(
  db: Database,
  { plan, goals }: WrittenPlan,
  formKey: string | null,
  { actor, now }: ActionContext,
): Promise<Result<CampaignId, 'made_already'>> {
  const newest = sql<CampaignId>`(select max(id) from ${campaigns} where sponsor_id = ${actor})`
  const saved = await write(db, [
    mutation
      .insert(campaigns)
      .values({ ...toRow(plan), sponsorId: actor, createdAt: now, formKey: formKey })
      .onConflictDoNothing({ target: [campaigns.sponsorId, campaigns.formKey] })
      .returning({ id: campaigns.id }),
    expectOneRow('made_already'),
    ...insertGoals(
      newest,
      goals.map((text, position) => ({ text, position })),
    ),
    recordEvent({ subject: 'campaign', subjectId: newest, kind: 'created', actor, to: 'draft', at: now }),
  ])
  return saved.ok ? ok(Number(saved.value[0]?.rows[0]?.id) as CampaignId) : saved
}

/** Saves an edit. Refuses when the campaign was changed, or more than the new budget was committed, meanwhile. */
export function saveEdit(
  db: Database,
  was: WithGoals,
  { plan, goals }: WrittenPlan,
  changed: readonly string[],
  { actor, now }: ActionContext,
): Saved<'changed_meanwhile'> {
  const { campaign } = was
  return write(db, [
    mutation
      .update(campaigns)
      .set({ ...toRow(plan), version: sql`${campaigns.version} + 1` })
      .where(and(unchanged(campaign), lte(campaigns.committed, plan.budget))),
    expectOneRow('changed_meanwhile'),
    ...saveGoals(campaign.id, was.goals, goals),
    ...(plan.endsAt === null ? [] : [closeBy(campaign.id, plan.endsAt)]),
    recordEvent({
      subject: 'campaign',
      subjectId: campaign.id,
      kind: 'edited',
      actor,
      note: changed.join(', '),
      at: now,
    }),
  ])
}

// No offer stands longer than its campaign, also when that now ends earlier.
function closeBy(campaignId: CampaignId, endsAt: number) {
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

/** Moves a campaign to its next state. */
export function saveStep(
  db: Database,
  campaign: Campaign,
  { kind, from, to }: Step,
  { actor, now }: ActionContext,
): Saved<'changed_meanwhile'> {
  const published = kind === 'published' ? { publishedAt: now } : {}
  return write(db, [
    mutation
      .update(campaigns)
      .set({ ...published, state: to, version: sql`${campaigns.version} + 1` })
      .where(unchanged(campaign)),
    expectOneRow('changed_meanwhile'),
    recordEvent({ subject: 'campaign', subjectId: campaign.id, kind, actor, from, to, at: now }),
  ])
}

/**
 * Deletes a campaign for good, with its requests; those whose offers were still open are told.
 * Refuses when a request was accepted, or the campaign was changed, meanwhile.
 */
export function deleteCampaign(
  db: Database,
  campaign: Campaign,
  { actor, now }: ActionContext,
): Saved<'changed_meanwhile'> {
  const accepted = sql`exists (select 1 from ${adRequests} where campaign_id = ${campaign.id} and state = 'accepted')`
  return write(db, [
    ...tellThoseWhoWait(campaign, now),
    mutation.delete(campaigns).where(and(unchanged(campaign), sql`not ${accepted}`)),
    expectOneRow('changed_meanwhile'),
    recordEvent({
      subject: 'campaign',
      subjectId: campaign.id,
      kind: 'deleted',
      actor,
      from: campaign.state,
      note: campaign.name,
      at: now,
    }),
  ])
}

function tellThoseWhoWait(campaign: Campaign, now: number): SQL[] {
  const open = sql`from ${adRequests} where campaign_id = ${campaign.id} and state = 'pending' and closes_at > ${now}`
  return notifyEach(open, sql`influencer_id`, {
    kind: 'campaign_deleted',
    subject: `campaign:${campaign.id}`,
    period: campaign.createdAt,
    title: `${campaign.sponsorName} has deleted ${campaign.name}, and your open request with it`,
    body: 'There is nothing left for you to answer. Other campaigns are open to you.',
    path: routes.campaigns.index.href(),
    at: now,
  })
}

function unchanged({ id, sponsorId, version }: Campaign): SQL | undefined {
  return and(eq(campaigns.id, id), eq(campaigns.sponsorId, sponsorId), eq(campaigns.version, version))
}

function toRow(plan: Plan) {
  return {
    name: plan.name,
    brief: plan.brief,
    category: plan.category,
    niche: plan.niche,
    platforms: plan.platforms,
    wantedDeliverables: plan.deliverables,
    hashtags: plan.hashtags,
    mentions: plan.mentions,
    dos: plan.dos,
    donts: plan.donts,
    disclosure: plan.disclosure,
    usageChannels: plan.usageChannels,
    usageMonths: plan.usageMonths,
    startDate: plan.startDate,
    endDate: plan.endDate,
    endsAt: plan.endsAt,
    budget: plan.budget,
    visibility: plan.visibility,
  }
}
