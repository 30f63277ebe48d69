import { acceptanceRate } from './facts.ts'
import type { Figure } from './figure.ts'

/** What happened on the platform in one month: everywhere, or in campaigns of one category. */
export interface PlatformFacts {
  readonly sponsorSignUps: number
  readonly influencerSignUps: number
  readonly approved: number
  /** Now. */
  readonly sponsorsWaiting: number
  readonly published: number
  readonly invited: number
  readonly applied: number
  readonly accepted: number
  readonly rejected: number
  readonly withdrawn: number
  readonly expired: number
  /** In cents. */
  readonly agreedAmount: number
  readonly mailsSent: number
  readonly mailsDead: number
}

type CountKey = Exclude<keyof PlatformFacts, 'agreedAmount'>
type More = Partial<Pick<Figure<PlatformFacts>, 'isKey' | 'table' | 'isToday'>>

/** Every figure of the admins' digest, in order. */
export const platformFigures: readonly Figure<PlatformFacts>[] = [
  count('sponsorSignUps', 'Sponsors signed up', 'Sponsors', 'New sponsor accounts, approved or not.', 'up', {
    isKey: true,
  }),
  count('influencerSignUps', 'Influencers signed up', 'Influencers', 'New influencer accounts.', 'up', {
    isKey: true,
  }),
  count('approved', 'Sponsors approved', 'Approved', 'Sponsors that an admin approved in this month.', null),
  count('sponsorsWaiting', 'Sponsors waiting', 'Waiting', 'Sponsors who wait for approval today.', null, {
    isToday: true,
  }),
  count(
    'published',
    'Campaigns published',
    'Published',
    'Campaigns that became active for the first time.',
    'up',
    { isKey: true, table: 'requests' },
  ),
  count('invited', 'Invitations', 'Invited', 'Requests that sponsors sent.', 'up', {
    isKey: true,
    table: 'requests',
  }),
  count('applied', 'Applications', 'Applied', 'Requests that influencers sent.', 'up', {
    isKey: true,
    table: 'requests',
  }),
  count('accepted', 'Agreements', 'Agreed', 'Requests that ended with an agreement in this month.', 'up', {
    isKey: true,
    table: 'requests',
  }),
  count('rejected', 'Rejected', 'Rejected', 'Requests that either side rejected.', 'down'),
  count('withdrawn', 'Withdrawn', 'Withdrawn', 'Offers taken back before they were answered.', null),
  count('expired', 'Expired', 'Expired', 'Offers that nobody answered in time.', 'down'),
  {
    key: 'acceptance_rate',
    label: 'Acceptance rate',
    short: 'Acceptance',
    note: 'Agreed out of agreed, rejected and expired.',
    format: 'percent',
    value: acceptanceRate,
    better: 'up',
    isKey: true,
  },
  {
    key: 'agreed_amount',
    label: 'Agreed amount',
    short: 'Amount',
    note: 'The sum of all prices agreed on in this month.',
    format: 'money',
    value: ({ agreedAmount }) => agreedAmount,
    better: 'up',
    isKey: true,
    table: 'requests',
  },
  count('mailsSent', 'Messages sent', 'Sent', 'E-mails, chat messages and SMS that a provider took.', null),
  count(
    'mailsDead',
    'Messages given up',
    'Given up',
    'Messages of this month that could not be sent.',
    'down',
  ),
]

export const noPlatformFacts: PlatformFacts = {
  sponsorSignUps: 0,
  influencerSignUps: 0,
  approved: 0,
  sponsorsWaiting: 0,
  published: 0,
  invited: 0,
  applied: 0,
  accepted: 0,
  rejected: 0,
  withdrawn: 0,
  expired: 0,
  agreedAmount: 0,
  mailsSent: 0,
  mailsDead: 0,
}

function count(
  fact: CountKey,
  label: string,
  short: string,
  note: string,
  better: 'up' | 'down' | null,
  more: More = {},
): Figure<PlatformFacts> {
  const key = fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return { key, label, short, note, format: 'count', value: (facts) => facts[fact], better, ...more }
}
