import type { Child } from 'hono/jsx'
import { routes } from '../../../routes.ts'
import { Timeline } from '../../../ui/data/timeline.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { ActivityEvent, Negotiation } from '../queries.ts'

export const NegotiationActivity = ({ negotiation: { adRequest, events } }: { negotiation: Negotiation }) => {
  const href = routes.adRequests.show.href({ adRequestId: adRequest.id })
  return (
    <section class="section">
      <h2>Activity</h2>
      <Timeline
        items={events.map((event) => ({ when: <Time at={event.at} />, what: sentence(event, href) }))}
      />
    </section>
  )
}

function sentence({ kind, actorName, note }: ActivityEvent, href: string): Child {
  const who = actorName ?? 'Parley'
  const offer = <a href={`${href}#offer-${note}`}>offer {note}</a>
  switch (kind) {
    case 'invited':
      return `${who} sent the invitation.`
    case 'applied':
      return `${who} applied.`
    case 'countered':
      return (
        <>
          {who} countered with {offer}.
        </>
      )
    case 'edited':
      return (
        <>
          {who} replaced the offer with {offer}.
        </>
      )
    case 'budget_short':
      return (
        <>
          {who} wanted to accept {offer}, which needs a higher budget.
        </>
      )
    case 'accepted':
      return (
        <>
          {who} accepted {offer}.
        </>
      )
    case 'rejected':
      return `${who} rejected the offer.`
    case 'withdrawn':
      return `${who} withdrew the offer.`
    case 'expired':
      return 'The offer expired.'
    case 'flagged':
      return 'An admin flagged this request.'
    case 'flag_appealed':
      return `${who} appealed the flag.`
    case 'flag_kept':
      return 'An admin kept the flag.'
    case 'unflagged':
      return 'An admin removed the flag.'
  }
}
