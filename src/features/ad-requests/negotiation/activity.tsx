import { routes } from '../../../routes.ts'
import { Timeline } from '../../../ui/data/timeline.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { Happened, Negotiation } from '../queries.ts'

export const NegotiationTimeline = ({ negotiation: { adRequest, events } }: { negotiation: Negotiation }) => (
  <section class="section">
    <h2>What happened</h2>
    <Timeline
      items={events.map((event) => ({
        when: <Time at={event.at} />,
        what: <Sentence event={event} href={routes.adRequests.show.href({ adRequestId: adRequest.id })} />,
      }))}
    />
  </section>
)

const Sentence = ({ event, href }: { event: Happened; href: string }) => {
  const who = event.actorName ?? 'The clock'
  const offer = <a href={`${href}#offer-${event.note}`}>offer {event.note}</a>
  switch (event.kind) {
    case 'invited':
      return <>{who} sent the invitation.</>
    case 'applied':
      return <>{who} applied.</>
    case 'countered':
      return (
        <>
          {who} countered with {offer}.
        </>
      )
    case 'edited':
      return (
        <>
          {who} replaced the offer by {offer}.
        </>
      )
    case 'accepted':
      return (
        <>
          {who} accepted {offer}.
        </>
      )
    case 'rejected':
      return <>{who} rejected it.</>
    case 'withdrawn':
      return <>{who} took the offer back.</>
    default:
      return <>The offer ran out.</>
  }
}
