import { routes } from '../../routes.ts'
import type { Side } from '../ad-requests/offer.ts'
import { answerTimeKeys, typicalAnswerTime } from '../ad-requests/rows/answer-time.ts'
import { acceptanceRate } from '../reports/figures/facts.ts'
import type { FigureFormat } from '../reports/figures/figure.ts'
import type { Days } from './period.ts'
import type { FlowName } from './sources.ts'
import type { Sum } from './values.ts'

/** A figure of a dashboard, about a period. */
export interface PeriodFigure {
  readonly label: string
  /** What it means, in a sentence. */
  readonly meaning: string
  /** An `answer time` is the index of a range in `answerTimeKeys`. */
  readonly format: FigureFormat | 'answer time'
  /** Null if there is nothing to calculate it from. */
  readonly value: (sum: Sum<FlowName>) => number | null
  /** Which direction is good news. Null: neither. */
  readonly better: 'up' | 'down' | null
  /** How many requests it is calculated from, if its number does not say so. */
  readonly requests?: (sum: Sum<FlowName>) => number
  /** The list of what it counts, or what it is calculated from, in the days of the period. */
  readonly href: (days: Days) => string
}

const { adRequests, admin } = routes

const agreements: Omit<PeriodFigure, 'href'> = {
  label: 'Agreements',
  meaning: 'Requests that ended with an agreement.',
  format: 'count',
  value: (sum) => sum('closed', 'accepted'),
  better: 'up',
}

const acceptance: Omit<PeriodFigure, 'href'> = {
  label: 'Acceptance rate',
  meaning: 'Agreed out of agreed, rejected and expired.',
  format: 'percent',
  value: (sum) =>
    acceptanceRate({
      accepted: sum('closed', 'accepted'),
      rejected: sum('closed', 'rejected'),
      expired: sum('closed', 'expired'),
    }),
  better: 'up',
}

const firstAnswers: Omit<PeriodFigure, 'label' | 'meaning' | 'href'> = {
  format: 'answer time',
  value: (sum) => answerTimeOf((time) => sum('first_answers', time)),
  requests: (sum) => sum('first_answers'),
  better: 'down',
}

/** The admins' list of requests that were first answered in these days. */
export function answeredRequests({ from, until }: Days, more: Readonly<Record<string, string>> = {}): string {
  return admin.adRequests.href({ answeredFrom: from, answeredUntil: until, ...more })
}

/** A person's list of the requests that they got, and first answered in these days. */
export function ownAnswered(
  side: Side,
  { from, until }: Days,
  more: Readonly<Record<string, string>> = {},
): string {
  const origin = side === 'sponsor' ? 'application' : 'invitation'
  return adRequests.index.href({ listing: 'all', origin, answeredFrom: from, answeredUntil: until, ...more })
}

/** The admins' list of requests that ended in these days. */
export function endedRequests({ from, until }: Days, more: Readonly<Record<string, string>> = {}): string {
  return admin.adRequests.href({ endedFrom: from, endedUntil: until, ...more })
}

/** For admins. */
export const platformFigures: readonly PeriodFigure[] = [
  {
    label: 'Sign-ups',
    meaning: 'New sponsors and influencers.',
    format: 'count',
    value: (sum) => sum('sign_ups'),
    better: 'up',
    href: ({ from, until }) => admin.users.href({ role: 'member', joinedFrom: from, joinedUntil: until }),
  },
  {
    label: 'Active sign-ups',
    meaning: 'New sponsors and influencers whose accounts are active now.',
    format: 'count',
    value: (sum) => sum('active_sign_ups'),
    better: 'up',
    href: ({ from, until }) =>
      admin.users.href({ role: 'member', status: 'active', joinedFrom: from, joinedUntil: until }),
  },
  {
    label: 'Campaigns published',
    meaning: 'Campaigns that became active for the first time.',
    format: 'count',
    value: (sum) => sum('published'),
    better: 'up',
    href: ({ from, until }) => admin.campaigns.href({ publishedFrom: from, publishedUntil: until }),
  },
  {
    label: 'Requests sent',
    meaning: 'Invitations and applications.',
    format: 'count',
    value: (sum) => sum('sent'),
    better: 'up',
    href: ({ from, until }) => admin.adRequests.href({ sentFrom: from, sentUntil: until }),
  },
  { ...agreements, href: (days) => endedRequests(days, { state: 'accepted' }) },
  {
    label: 'Agreed amount',
    meaning: 'The sum of all prices agreed on.',
    format: 'money',
    value: (sum) => sum('agreed'),
    better: 'up',
    href: (days) => endedRequests(days, { state: 'accepted', sort: 'amount' }),
  },
  { ...acceptance, href: (days) => endedRequests(days, { state: 'decided' }) },
  {
    label: 'First answer',
    meaning: 'How soon at least half of the requests that got an answer got the first one.',
    ...firstAnswers,
    href: (days) => answeredRequests(days),
  },
]

const agreedDeals = (days: Days) => endedOwn(days, { listing: 'agreed' })
const sentOwn = ({ from, until }: Days) =>
  adRequests.index.href({ listing: 'all', sentFrom: from, sentUntil: until })

function endedOwn({ from, until }: Days, more: Readonly<Record<string, string>> = {}): string {
  return adRequests.index.href({ listing: 'all', endedFrom: from, endedUntil: until, ...more })
}

const decidedOwn: PeriodFigure = { ...acceptance, href: (days) => endedOwn(days, { result: 'decided' }) }

function ownAnswers(side: Side): PeriodFigure {
  return {
    label: 'Your answers',
    meaning: `How soon you first answered at least half of the ${side === 'sponsor' ? 'applications' : 'invitations'} that you answered.`,
    ...firstAnswers,
    href: (days) => ownAnswered(side, days),
  }
}

export const sponsorFigures: readonly PeriodFigure[] = [
  {
    label: 'Spend agreed',
    meaning: 'The sum of all prices that you agreed on.',
    format: 'money',
    value: (sum) => sum('agreed'),
    better: null,
    href: agreedDeals,
  },
  {
    label: 'Price per 1,000 reach',
    meaning: 'What you agreed to pay, for each 1,000 of the reach that influencers had when they agreed.',
    format: 'money',
    value: (sum) => pricePerThousand(sum('agreed'), sum('agreed_reach')),
    better: 'down',
    href: agreedDeals,
  },
  {
    label: 'Requests',
    meaning: 'Invitations that you sent, and applications that you got.',
    format: 'count',
    value: (sum) => sum('sent'),
    better: null,
    href: sentOwn,
  },
  { ...agreements, href: agreedDeals },
  decidedOwn,
  ownAnswers('sponsor'),
]

export const influencerFigures: readonly PeriodFigure[] = [
  {
    label: 'Earnings agreed',
    meaning: 'What sponsors agreed to pay you.',
    format: 'money',
    value: (sum) => sum('agreed'),
    better: 'up',
    href: agreedDeals,
  },
  {
    label: 'Requests',
    meaning: 'Invitations that you got, and applications that you sent.',
    format: 'count',
    value: (sum) => sum('sent'),
    better: 'up',
    href: sentOwn,
  },
  { ...agreements, href: agreedDeals },
  {
    label: 'Average deal',
    meaning: 'What an agreement was worth on average.',
    format: 'money',
    value: (sum) => ratio(sum('agreed'), sum('closed', 'accepted')),
    better: 'up',
    href: agreedDeals,
  },
  decidedOwn,
  ownAnswers('influencer'),
]

/** In whole cents. Null without any reach. */
export function pricePerThousand(amount: number, reach: number): number | null {
  return ratio(amount * 1_000, reach)
}

function ratio(amount: number, count: number): number | null {
  return count === 0 ? null : Math.round(amount / count)
}

function answerTimeOf(countOf: Parameters<typeof typicalAnswerTime>[0]): number | null {
  const time = typicalAnswerTime(countOf)
  return time === null ? null : answerTimeKeys.indexOf(time)
}
