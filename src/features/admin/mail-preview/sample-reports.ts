import type { CampaignId, UserId } from '../../../shared/ids.ts'
import { sum } from '../../../shared/numbers/sum.ts'
import { HOUR } from '../../../shared/time.ts'
import { noRequestFacts, type RequestFacts } from '../../reports/figures/facts.ts'
import { plainLocale } from '../../reports/figures/format-figure.ts'
import { noPlatformFacts, platformFigures } from '../../reports/figures/platform-figures.ts'
import { makeReport } from '../../reports/make-report.ts'
import type { CampaignFacts } from '../../reports/queries/request-facts.ts'
import type { Report } from '../../reports/report.ts'
import { requestReport } from '../../reports/request-report.ts'

const MONTH = '2026-10'
const AFTER = Date.UTC(2026, 10, 1, 9)

/** A sponsor's report on a good month. */
export function sampleReport(currency: string): Report {
  const reader = { id: 1 as UserId, timeZone: 'UTC', name: 'Northway Outdoor' }
  const history = {
    month: [
      campaign(1, 'Autumn Trail Boots', { invited: 9, applied: 4, rejected: 2, expired: 1, pending: 3 }, [
        [145_000, 120_000],
        [240_000, 220_000],
        [250_000, 280_000],
      ]),
      campaign(2, 'Winter Camp Stoves', { invited: 2, applied: 3, withdrawn: 1, pending: 2 }, [
        [390_000, 420_000],
      ]),
    ],
    before: [
      campaign(1, 'Autumn Trail Boots', { invited: 6, applied: 1, rejected: 3 }, [[190_000, 170_000]]),
    ],
    trend: [],
  }
  return requestReport('sponsor', reader, MONTH, history, { now: AFTER, currency, locale: plainLocale })
}

/** The admins' digest of the same month. */
export function sampleDigestOfPlatform(currency: string): Report {
  const facts = {
    ...noPlatformFacts,
    published: 4,
    invited: 31,
    applied: 18,
    accepted: 12,
    agreedAmount: 1_845_000,
  }
  const source = {
    kind: 'admin',
    month: MONTH,
    isRunning: false,
    about: 'The platform',
    figures: platformFigures,
    groups: { name: 'Category', rows: [{ id: null, name: 'Outdoors', path: null, facts }] },
    total: { ...facts, sponsorSignUps: 3, influencerSignUps: 27, rejected: 6, expired: 5, mailsSent: 412 },
    totalBefore: { ...noPlatformFacts, sponsorSignUps: 2, influencerSignUps: 31, invited: 24, accepted: 9 },
    trend: [],
  } as const
  return makeReport(source, { currency, locale: plainLocale })
}

type Price = readonly [agreed: number, first: number]

function campaign(
  id: number,
  name: string,
  facts: Partial<RequestFacts>,
  prices: readonly Price[],
): CampaignFacts {
  const agreements = prices.map(([amount, firstAmount], index) => ({
    influencerId: (100 * id + index) as UserId,
    amount,
    firstAmount,
    reach: 84_000 + 30_500 * index,
  }))
  const committed = sum(prices.map(([amount]) => amount))
  const known = { accepted: prices.length, agreements, budget: 1_000_000, committed }
  const answers = { influencerAnswers: [3 * HOUR, 20 * HOUR, 41 * HOUR], sponsorAnswers: [6 * HOUR] }
  return {
    id: id as CampaignId,
    isThere: true,
    name,
    facts: { ...noRequestFacts, ...facts, ...known, ...answers },
  }
}
