import { Timeline } from '../../../ui/data/timeline.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { eventKinds } from '../../activity/event-kinds.ts'
import type { UserEvent } from './queries.ts'

export const UserTimeline = ({ events }: { events: readonly UserEvent[] }) =>
  events.length > 0 ? (
    <Timeline
      items={events.map((event) => ({ what: <EventSentence event={event} />, when: <Time at={event.at} /> }))}
    />
  ) : (
    <EmptyState title="No activity">Nothing has been recorded for this account.</EmptyState>
  )

const EventSentence = ({ event: { kind, actorName, note } }: { event: UserEvent }) => (
  <>
    <strong>{eventKinds.user[kind]}</strong>
    {actorName ? ` by ${actorName}` : ''}
    {note ? (
      <>
        : <span dir="auto">{note}</span>
      </>
    ) : null}
    <br />
  </>
)
