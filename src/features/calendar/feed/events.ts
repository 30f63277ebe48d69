import type { CalendarEvent } from '../../../platform/calendar/event.ts'
import { routes } from '../../../routes.ts'
import { countedDeliverable } from '../../../shared/taxonomy.ts'
import type { ActiveDeal, DatedCampaign, OpenOffer } from './queries.ts'

interface Calendar {
  readonly offers: readonly OpenOffer[]
  readonly ownCampaigns: readonly DatedCampaign[]
  readonly sponsorDeals: readonly ActiveDeal[]
  readonly influencerDeals: readonly ActiveDeal[]
}

/**
 * What a person has to keep in mind: answers that are due, the days on which campaigns begin and end, and the due dates
 * of deliverables. Calendars are shown on shared screens, so there are no amounts. `publicUrl` is where Parley runs.
 */
export function calendarEvents(
  { offers, ownCampaigns, sponsorDeals, influencerDeals }: Calendar,
  publicUrl: string,
): CalendarEvent[] {
  const dealCampaigns = new Map(influencerDeals.map(({ campaign }) => [campaign.id, campaign]))
  const drafts = [
    ...offers.map(answerDue),
    ...[...ownCampaigns, ...dealCampaigns.values()].flatMap(campaignDays),
    ...influencerDeals.flatMap((deal) => dueDates(deal, ({ campaign }) => `for ${campaign.name}`)),
    ...sponsorDeals.flatMap((deal) =>
      dueDates(deal, ({ campaign, influencerName }) => `from ${influencerName} for ${campaign.name}`),
    ),
  ]
  const { host } = new URL(publicUrl)
  return drafts.map(({ id, path, ...event }) => ({
    ...event,
    uid: `${id}@${host.replace(':', '.')}`,
    url: new URL(path, publicUrl).href,
  }))
}

type WithoutAddress<Event> = Event extends CalendarEvent ? Omit<Event, 'uid' | 'url'> : never
type Draft = WithoutAddress<CalendarEvent> & { readonly id: string; readonly path: string }

function answerDue({ adRequestId, campaignName, from, madeAt, closesAt }: OpenOffer): Draft {
  return {
    id: `answer-${adRequestId}`,
    title: `Answer ${from}: ${campaignName}`,
    description: 'The offer expires now. Before, you can accept it, reject it, or make a counteroffer.',
    path: routes.adRequests.show.href({ adRequestId }),
    start: closesAt,
    updatedAt: madeAt,
  }
}

function campaignDays({ id, name, startDate, endDate }: DatedCampaign): Draft[] {
  const path = routes.campaigns.show.href({ campaignId: id })
  const common = { path, description: '', updatedAt: null }
  return [
    ...(startDate
      ? [{ ...common, id: `campaign-${id}-start`, title: `${name} starts`, day: startDate }]
      : []),
    ...(endDate ? [{ ...common, id: `campaign-${id}-end`, title: `Last day of ${name}`, day: endDate }] : []),
  ]
}

function dueDates(deal: ActiveDeal, about: (deal: ActiveDeal) => string): Draft[] {
  return deal.terms.deliverables.map(({ kind, count, dueDate }, index) => ({
    id: `deliverable-${deal.id}-${index + 1}`,
    title: `Due: ${countedDeliverable(kind, count)} ${about(deal)}`,
    description: '',
    path: routes.adRequests.show.href({ adRequestId: deal.adRequestId }),
    day: dueDate,
    updatedAt: deal.agreedAt,
  }))
}
