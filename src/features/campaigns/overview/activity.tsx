import type { Child } from 'hono/jsx'
import { Timeline } from '../../../ui/data/timeline.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { Happened } from './queries.ts'

/** What happened to a campaign, oldest first. */
export const History = ({ events }: { events: readonly Happened[] }) => (
  <Section title="What happened">
    <Timeline items={events.map((event) => ({ when: <Time at={event.at} />, what: sentence(event) }))} />
  </Section>
)

function sentence({ kind, actorName, note }: Happened): Child {
  const who = actorName ?? 'Parley'
  switch (kind) {
    case 'created':
      return `${who} began this draft.`
    case 'edited':
      return note ? `${who} changed: ${note}.` : `${who} changed it.`
    case 'published':
      return `${who} published it.`
    case 'paused':
      return `${who} paused it.`
    case 'resumed':
      return `${who} resumed it.`
    case 'completed':
      return `${who} completed it.`
    case 'goal_reached':
      return `${who} ticked off “${note}”.`
    case 'goal_reopened':
      return `${who} opened “${note}” again.`
    case 'flagged':
      return `${who} flagged it: ${note}`
    case 'unflagged':
      return note ? `${who} took the flag away: ${note}` : `${who} took the flag away.`
    default:
      return `${who}: ${kind.replaceAll('_', ' ')}.`
  }
}
