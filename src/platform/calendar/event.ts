/** An event of a calendar feed, at a moment or on whole days. */
export type CalendarEvent = EventText & EventTime

interface EventText {
  /** The same for the same thing in every feed, so that calendars update an event: "deadline-7@parley.example". */
  readonly uid: string
  readonly title: string
  readonly description: string
  /** An absolute URL. */
  readonly url: string
  /** Milliseconds UTC. Null if it is not known when the event last changed. */
  readonly updatedAt: number | null
}

export type EventTime =
  /** Milliseconds UTC. */
  | { readonly start: number; readonly end?: number }
  /** Calendar days, `YYYY-MM-DD`. `lastDay` is included, and the same day by default. */
  | { readonly day: string; readonly lastDay?: string }
