import { asc, eq, sql } from 'drizzle-orm'
import { withSearchText } from '../../../platform/db/searched-text.ts'
import { mutation } from '../../../platform/db/write.ts'
import type { Owner, PersonalRecord } from '../../../platform/personal-data/record.ts'
import { all, money } from '../../../platform/personal-data/rows.ts'
import { channels, influencers, rates } from '../schema.ts'

const profile: PersonalRecord = {
  file: 'influencer-profile',
  onlyFor: 'influencer',
  holds: 'Your profile as an influencer.',
  tables: [influencers],
  read: all(selectProfile, ({ lowestPrice, ...row }, owner) => ({
    ...row,
    lowestPrice: money(lowestPrice, owner),
  })),
  erasure: {
    kind: 'anonymize',
    why: 'Your bio, place, languages and figures are deleted, and your public page is gone. Your category stays, for statistics.',
    statements: ({ id }) => [
      mutation
        .update(influencers)
        .set({
          ...withSearchText(influencers, { bio: '' }),
          niche: '',
          country: '',
          city: '',
          languages: [],
          availability: 'closed',
          followers: 0,
          reach: 0,
          engagementRate: 0,
          lowestPrice: null,
          flagReason: null,
        })
        .where(sql`${influencers.userId} = ${id} and ${influencers.country} <> ''`),
    ],
  },
}

const ownChannels: PersonalRecord = {
  file: 'channels',
  onlyFor: 'influencer',
  holds: 'Your channels with the figures that you entered.',
  tables: [channels],
  read: all(selectChannels, (row) => row),
  erasure: {
    kind: 'delete',
    why: 'Your channels are deleted.',
    statements: ({ id }) => [mutation.delete(channels).where(eq(channels.influencerId, id))],
  },
}

const rateCard: PersonalRecord = {
  file: 'rate-card',
  onlyFor: 'influencer',
  holds: 'Your rate card.',
  tables: [rates],
  read: all(selectRates, ({ price, ...row }, owner) => ({ ...row, price: money(price, owner) })),
  erasure: {
    kind: 'delete',
    why: 'Your rate card is deleted.',
    statements: ({ id }) => [mutation.delete(rates).where(eq(rates.influencerId, id))],
  },
}

export const personalData = [profile, ownChannels, rateCard]

function selectProfile({ db, userId }: Owner) {
  const { category, niche, bio, country, city, languages, availability } = influencers
  const { followers, reach, engagementRate, lowestPrice, rating, ratingCount } = influencers
  return db.orm
    .select({
      category,
      niche,
      bio,
      country,
      city,
      languages,
      availability,
      followers,
      reach,
      engagementRate,
      lowestPrice,
      rating,
      ratingCount,
    })
    .from(influencers)
    .where(eq(influencers.userId, userId))
}

function selectChannels({ db, userId }: Owner) {
  const { platform, handle, url, followers, averageViews, averageLikes } = channels
  const { averageComments, postsLast30Days, metricsDate } = channels
  return db.orm
    .select({
      platform,
      handle,
      url,
      followers,
      averageViews,
      averageLikes,
      averageComments,
      postsLast30Days,
      metricsDate,
    })
    .from(channels)
    .where(eq(channels.influencerId, userId))
    .orderBy(asc(channels.id))
}

function selectRates({ db, userId }: Owner) {
  const { kind, price, days } = rates
  return db.orm
    .select({ kind, price, days })
    .from(rates)
    .where(eq(rates.influencerId, userId))
    .orderBy(asc(rates.id))
}
