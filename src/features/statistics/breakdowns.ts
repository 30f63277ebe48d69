import { routes } from '../../routes.ts'
import { followerTierKeys, followerTiers } from '../../shared/follower-tier.ts'
import { formatCount } from '../../shared/format.ts'
import { categoryKeys, categoryLabel } from '../../shared/taxonomy.ts'
import type { BreakdownRow } from '../../ui/data/breakdown.tsx'
import type { Side } from '../ad-requests/offer.ts'
import { type AnswerTime, answerTimeKeys, answerTimeLabels } from '../ad-requests/rows/answer-time.ts'
import { adRequestStates, closedStateLabels, sides, turnLabels } from '../ad-requests/schema.ts'
import { recordedPhaseNames } from '../campaigns/all/filters.ts'
import { recordedPhases } from '../campaigns/recorded-phase.ts'
import { visibilities } from '../campaigns/schema.ts'
import { answeredRequests, endedRequests, ownAnswered } from './figures.ts'
import { type Days, daysOfPeriod } from './period.ts'
import type { StockName } from './sources.ts'
import type { FigureValues, Sum } from './values.ts'

/** A figure divided by its dimension. */
export interface BreakdownOf {
  readonly title: string
  readonly rowName: string
  readonly rows: readonly BreakdownRow[]
}

type Now = Sum<StockName>

const { adRequests, admin, campaigns, influencers } = routes

/** All requests as they are now. Those of a sponsor or an influencer lead to the tabs of their list. */
export function requestsByStatus(now: Now, role: 'sponsor' | 'influencer' | 'admin'): BreakdownOf {
  const pending = sides.map((side) => {
    const listing = side === role ? 'mine' : 'theirs'
    return {
      label: role === 'admin' ? turnLabels[side] : turnLabels[listing],
      count: now('requests', `pending_${side}`),
      href:
        role === 'admin'
          ? admin.adRequests.href({ state: 'pending', turn: side })
          : adRequests.index.href({ listing }),
      isMine: side === role,
    }
  })
  const closed = adRequestStates
    .filter((state) => state !== 'pending')
    .map((state) => ({
      label: closedStateLabels[state],
      count: now('requests', state),
      href:
        role === 'admin'
          ? admin.adRequests.href({ state })
          : adRequests.index.href(
              state === 'accepted' ? { listing: 'agreed' } : { listing: 'closed', result: state },
            ),
    }))
  const mineFirst = pending.toSorted((one, other) => Number(other.isMine) - Number(one.isMine))
  return { title: 'Requests by status', rowName: 'Status', rows: [...mineFirst, ...closed] }
}

export function campaignsByState(now: Now): BreakdownOf {
  const rows = recordedPhases.flatMap((state) =>
    visibilities.map((visibility) => ({
      label: `${recordedPhaseNames[state]}, ${visibility}`,
      count: now('campaigns', `${state}_${visibility}`),
      href: admin.campaigns.href({ state, visibility }),
    })),
  )
  return { title: 'Campaigns by state and visibility', rowName: 'State', rows }
}

/** Campaigns that anybody can find, most first. Without the categories that have none. */
export function openCampaignsByCategory(now: Now): BreakdownOf {
  const rows = categoryKeys
    .map((category) => ({
      label: categoryLabel(category),
      count: now('open_campaigns', category),
      href: campaigns.index.href({ category }),
    }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
  return { title: 'Open campaigns by category', rowName: 'Category', rows }
}

/** Influencers that anybody can find. */
export function influencersByTier(now: Now): BreakdownOf {
  const rows = followerTierKeys.map((tier, index) => {
    const { label, from } = followerTiers[tier]
    const next = followerTierKeys[index + 1]
    const to = next ? followerTiers[next].from - 1 : null
    const range = to === null ? `${short(from)} and more` : `${short(from)} to ${short(to + 1)}`
    return {
      label: `${label} (${range})`,
      count: now('influencers', tier),
      href: influencers.index.href({ followersFrom: from || null, followersTo: to }),
    }
  })
  return { title: 'Influencers by followers', rowName: 'Tier', rows }
}

function short(count: number): string {
  return formatCount(count, { compact: true })
}

/** How requests ended in a period. */
export function requestsByOutcome({ total, period }: FigureValues): BreakdownOf {
  const outcomes = adRequestStates.filter((state) => state !== 'pending')
  const rows = outcomes.map((state) => ({
    label: closedStateLabels[state],
    count: total('closed', state),
    href: endedRequests(daysOfPeriod(period), { state }),
  }))
  return { title: 'How requests ended', rowName: 'Result', rows }
}

/** How soon requests got their first answer in a period. */
export function firstAnswersByTime(values: FigureValues): BreakdownOf {
  return byAnswerTime('Time to first answer', values, (days, answerTime) =>
    answeredRequests(days, { answerTime }),
  )
}

/** How soon a person first answered the requests that they got, in a period. */
export function answersByTime(values: FigureValues, side: Side): BreakdownOf {
  return byAnswerTime('How soon you answered', values, (days, answerTime) =>
    ownAnswered(side, days, { answerTime }),
  )
}

function byAnswerTime(
  title: string,
  { total, period }: FigureValues,
  hrefOf: (days: Days, time: AnswerTime) => string,
): BreakdownOf {
  const rows = answerTimeKeys.map((time) => ({
    label: answerTimeLabels[time],
    count: total('first_answers', time),
    href: hrefOf(daysOfPeriod(period), time),
  }))
  return { title, rowName: 'Time', rows }
}
