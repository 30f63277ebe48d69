import type { Child } from 'hono/jsx'
import { Timeline } from '../../../ui/data/timeline.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { ActivityEvent } from './queries.ts'

export const CampaignActivity = ({ events }: { events: readonly ActivityEvent[] }) => (
  <Section title="Activity">
    <Timeline items={events.map((event) => ({ when: <Time at={event.at} />, what: sentence(event) }))} />
  </Section>
)

function sentence({ kind, actorName, note }: ActivityEvent): Child {
  const who = actorName ?? 'Parley'
  switch (kind) {
    case 'created':
      return `${who} created this draft.`
    case 'edited':
      return note ? `${who} changed: ${note}.` : `${who} edited it.`
    case 'published':
      return `${who} published it.`
    case 'paused':
      return `${who} paused it.`
    case 'resumed':
      return `${who} resumed it.`
    case 'completed':
      return `${who} completed it.`
    case 'goal_reached':
      return `${who} checked off “${note}”.`
    case 'goal_reopened':
      return `${who} reopened “${note}”.`
    case 'flagged':
      return `An admin flagged it: ${note}`
    case 'flag_appealed':
      return `${who} appealed the flag.`
    case 'flag_kept':
      return `An admin kept the flag: ${note}`
    case 'unflagged':
      return note ? `An admin removed the flag: ${note}` : 'An admin removed the flag.'
    case 'deleted':
      return `${who} deleted it.`
  }
}
