import { and, asc, eq, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Owner, PersonalRecord } from '../../platform/personal-data/record.ts'
import { byKey, isoTime, money, PAGE } from '../../platform/personal-data/rows.ts'
import { users } from '../accounts/schema.ts'
import { campaigns } from '../campaigns/schema.ts'
import { sponsors } from '../sponsors/schema.ts'
import { collaborations } from './schema.ts'

const agreements: PersonalRecord = {
  file: 'agreements',
  holds: 'Your agreements with their terms.',
  tables: [collaborations],
  read: byKey(selectAgreements, ({ terms, paymentAmount, fundingDueAt, createdAt, ...row }, owner) => ({
    ...row,
    terms: { ...terms, paymentAmount: money(terms.paymentAmount, owner) },
    paymentAmount: money(paymentAmount, owner),
    fundingDueAt: isoTime(fundingDueAt),
    createdAt: isoTime(createdAt),
  })),
  erasure: {
    kind: 'keep',
    why: 'Agreements stay with their terms, because the other side may need them as proof, for example for taxes. You appear in them as “Deleted account”.',
  },
}

export const personalData = [agreements]

const influencer = alias(users, 'influencer')

function selectAgreements({ db, userId }: Owner, after: number) {
  const { id, adRequestId, campaignId, state, terms, paymentAmount, fundingDueAt, createdAt } = collaborations
  return db.orm
    .select({
      key: id,
      id,
      adRequestId,
      campaignId,
      campaign: campaigns.name,
      sponsor: sponsors.companyName,
      influencer: influencer.displayName,
      state,
      terms,
      paymentAmount,
      fundingDueAt,
      createdAt,
    })
    .from(collaborations)
    .innerJoin(campaigns, eq(campaigns.id, collaborations.campaignId))
    .innerJoin(sponsors, eq(sponsors.userId, collaborations.sponsorId))
    .innerJoin(influencer, eq(influencer.id, collaborations.influencerId))
    .where(
      and(
        or(eq(collaborations.sponsorId, userId), eq(collaborations.influencerId, userId)),
        sql`${collaborations.id} > ${after}`,
      ),
    )
    .orderBy(asc(collaborations.id))
    .limit(PAGE)
}
