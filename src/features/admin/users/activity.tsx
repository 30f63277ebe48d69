import { Timeline } from '../../../ui/data/timeline.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { UserEvent } from './queries.ts'

/** What happened to an account, oldest first: what, by whom, why. */
export const UserTimeline = ({ events }: { events: readonly UserEvent[] }) =>
  events.length > 0 ? (
    <Timeline
      items={events.map((event) => ({ what: <Happened event={event} />, when: <Time at={event.at} /> }))}
    />
  ) : (
    <EmptyState title="Nothing is recorded">
      Accounts made before the first record have no history.
    </EmptyState>
  )

const Happened = ({ event: { kind, actorName, note } }: { event: UserEvent }) => (
  <>
    <strong>{sentences[kind] ?? kind.replaceAll('_', ' ')}</strong>
    {actorName ? ` by ${actorName}` : ''}
    {note ? (
      <>
        : <span dir="auto">{note}</span>
      </>
    ) : null}
    <br />
  </>
)

const sentences: Readonly<Record<string, string>> = {
  signed_up: 'Signed up',
  resubmitted: 'Asked again for approval',
  approved: 'Approved',
  rejected: 'Rejected',
  suspended: 'Suspended',
  suspension_ended: 'Suspension ended',
  email_changed: 'E-mail address changed',
  password_changed: 'Password changed',
}
