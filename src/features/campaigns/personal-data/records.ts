import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { withSearchText } from '../../../platform/db/searched-text.ts'
import { mutation } from '../../../platform/db/write.ts'
import {
  type ErasedPerson,
  MAX_ERASED,
  type Owner,
  type PersonalRecord,
} from '../../../platform/personal-data/record.ts'
import { byKey, isoTime, money, PAGE } from '../../../platform/personal-data/rows.ts'
import { adRequests } from '../../ad-requests/schema.ts'
import { collaborations } from '../../collaborations/schema.ts'
import { campaignGoals, campaigns } from '../schema.ts'

/** The name of a campaign whose sponsor has deleted their account, unless somebody agreed to work for it. */
export const DELETED_CAMPAIGN = 'Deleted campaign'

const ownCampaigns: PersonalRecord = {
  file: 'campaigns',
  onlyFor: 'sponsor',
  holds: 'Your campaigns with everything in their briefs.',
  tables: [campaigns],
  read: byKey(selectCampaigns, ({ budget, committed, paid, createdAt, publishedAt, ...row }, owner) => ({
    ...row,
    budget: money(budget, owner),
    committed: money(committed, owner),
    paid: money(paid, owner),
    createdAt: isoTime(createdAt),
    publishedAt: isoTime(publishedAt),
  })),
  erasure: {
    kind: 'anonymize',
    why: 'Your campaigns end. Those that nobody has a request for are deleted. The others lose their texts, and their names too, except for those with an agreement: the other side needs the name for their records.',
    statements: (person) => [deleteUnused(person), anonymize(person)],
  },
}

const goals: PersonalRecord = {
  file: 'campaign-goals',
  onlyFor: 'sponsor',
  holds: 'The goals of your campaigns.',
  tables: [campaignGoals],
  read: byKey(selectGoals, ({ doneAt, ...row }) => ({ ...row, doneAt: isoTime(doneAt) })),
  erasure: {
    kind: 'delete',
    why: 'The goals of your campaigns are deleted.',
    statements: (person) => [
      mutation.delete(campaignGoals).where(
        inArray(
          campaignGoals.id,
          sql`(select goal.id from ${campaigns} own join ${campaignGoals} goal on goal.campaign_id = own.id
              where own.sponsor_id = ${person.id} limit ${MAX_ERASED})`,
        ),
      ),
    ],
  },
}

export const personalData = [ownCampaigns, goals]

function deleteUnused({ id }: ErasedPerson) {
  return mutation.delete(campaigns).where(
    inArray(
      campaigns.id,
      sql`(select own.id from ${campaigns} own where own.sponsor_id = ${id}
        and not exists (select 1 from ${adRequests} where campaign_id = own.id) limit ${MAX_ERASED})`,
    ),
  )
}

function anonymize({ id }: ErasedPerson) {
  const isAgreed = sql`exists (select 1 from ${collaborations} where campaign_id = ${campaigns.id})`
  const hasTexts = sql`brief <> '' or hashtags <> '' or mentions <> '' or dos <> '' or donts <> '' or flag_reason is not null`
  const deletedName = withSearchText(campaigns, { name: DELETED_CAMPAIGN })
  return mutation
    .update(campaigns)
    .set({
      ...withSearchText(campaigns, { brief: '' }),
      name: sql`iif(${isAgreed}, name, ${deletedName.name})`,
      searchName: sql`iif(${isAgreed}, search_name, null)`,
      hashtags: '',
      mentions: '',
      dos: '',
      donts: '',
      flagReason: null,
      state: 'completed',
    })
    .where(
      inArray(
        campaigns.id,
        sql`(select id from ${campaigns} where sponsor_id = ${id}
          and (state <> 'completed' or ${hasTexts}
            or (name <> ${DELETED_CAMPAIGN} and not ${isAgreed}))
          limit ${MAX_ERASED})`,
      ),
    )
}

function selectCampaigns({ db, userId }: Owner, after: number) {
  const { id, name, brief, category, niche, platforms, wantedDeliverables, hashtags, mentions, dos } =
    campaigns
  const { donts, disclosure, usageChannels, usageMonths, timeZone, startDate, endDate, budget } = campaigns
  const { committed, paid, visibility, state, createdAt, publishedAt } = campaigns
  const texts = {
    name,
    brief,
    category,
    niche,
    platforms,
    wantedDeliverables,
    hashtags,
    mentions,
    dos,
    donts,
  }
  const terms = { disclosure, usageChannels, usageMonths, timeZone, startDate, endDate }
  const figures = { budget, committed, paid, visibility, state, createdAt, publishedAt }
  return db.orm
    .select({ key: id, id, ...texts, ...terms, ...figures })
    .from(campaigns)
    .where(and(eq(campaigns.sponsorId, userId), sql`${id} > ${after}`))
    .orderBy(asc(campaigns.id))
    .limit(PAGE)
}

function selectGoals({ db, userId }: Owner, after: number) {
  const own = db.orm.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.sponsorId, userId))
  return db.orm
    .select({
      key: sql<number>`${campaignGoals.id}`,
      campaignId: campaignGoals.campaignId,
      text: campaignGoals.text,
      doneAt: campaignGoals.doneAt,
    })
    .from(campaignGoals)
    .where(and(inArray(campaignGoals.campaignId, own), sql`${campaignGoals.id} > ${after}`))
    .orderBy(asc(campaignGoals.id))
    .limit(PAGE)
}
