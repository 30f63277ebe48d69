import { cents } from '../../../shared/money.ts'
import { addDays, DAY, dayAt, HOUR } from '../../../shared/time.ts'
import type { Offer } from '../../ad-requests/offer.ts'
import { killFees } from '../../collaborations/terms.ts'

/** A made-up campaign with an offer, the counteroffer to it, and the agreement. `now` is in milliseconds UTC. */
export function sampleNegotiation(now: number) {
  const today = dayAt(now, 'UTC')
  const names = { sponsorName: 'Northway Outdoor', influencerName: 'Mara Lindqvist' }
  const campaign = {
    name: 'Autumn Trail Boots',
    startDate: addDays(today, -5),
    endDate: addDays(today, 40),
    disclosure: '#ad',
  }
  const offer: Offer = {
    number: 1,
    madeBy: 'sponsor',
    paymentAmount: cents(1_200_00),
    deliverables: [
      { kind: 'reel', count: 1, dueDate: addDays(today, 14) },
      { kind: 'story', count: 3, dueDate: addDays(today, 21) },
    ],
    requirements: 'Show the boots on a wet trail, and how they dry.',
    usageChannels: ['organic', 'paid_social'],
    usageMonths: 3,
    message:
      'We loved your series about the Kungsleden.\n\nWould you take our new boots along on the next one?',
    madeAt: now,
    expiresAt: now + 3 * DAY,
  }
  const counteroffer: Offer = {
    ...offer,
    number: 2,
    madeBy: 'influencer',
    paymentAmount: cents(1_450_00),
    deliverables: [
      { kind: 'reel', count: 2, dueDate: addDays(today, 14) },
      { kind: 'story', count: 3, dueDate: addDays(today, 21) },
    ],
    usageMonths: 1,
    message: 'That takes two days of filming, so I would make two reels of it.',
    madeAt: now + HOUR,
    expiresAt: now + 2 * DAY,
  }
  return {
    ...names,
    campaign,
    offer,
    counteroffer,
    agreement: agreementOn(counteroffer, campaign, names, now),
  }
}

type Names = { readonly sponsorName: string; readonly influencerName: string }
type Campaign = { readonly name: string; readonly disclosure: string }

function agreementOn(
  { number, paymentAmount, deliverables, requirements, usageChannels, usageMonths }: Offer,
  { name, disclosure }: Campaign,
  { sponsorName, influencerName }: Names,
  now: number,
) {
  return {
    adRequest: { campaign: { name }, sponsor: { name: sponsorName }, influencer: { name: influencerName } },
    terms: {
      offerNumber: number,
      paymentAmount,
      deliverables,
      requirements,
      usageChannels,
      usageMonths,
      timeZone: 'Europe/Stockholm',
      disclosure,
      hashtags: '#northway #trail',
      mentions: '@northway',
      killFees,
      feePercent: 10,
      dos: 'Show the boots in use.',
      donts: 'No other shoe brands in the picture.',
    },
    by: 'sponsor',
    now,
  } as const
}
