import type { Child } from 'hono/jsx'

export type TimelineEntry = { when: Child; what: Child }

/** A list of events, in the given order. */
export const Timeline = ({ items }: { items: readonly TimelineEntry[] }) => (
  <ol class="timeline">
    {items.map((item) => (
      <li>
        <span>{item.what}</span> <span class="timeline-when">{item.when}</span>
      </li>
    ))}
  </ol>
)
