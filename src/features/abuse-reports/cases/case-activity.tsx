import { Timeline } from '../../../ui/data/timeline.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { measures, measureTexts } from '../case.ts'
import { dismissalReasonKeys, dismissalReasons } from '../dismissal-reasons.ts'
import type { CaseEvent } from './queries.ts'

export const CaseActivity = ({ events }: { events: readonly CaseEvent[] }) =>
  events.length === 0 ? null : (
    <Section title="Activity">
      <Timeline items={events.map((event) => ({ what: sentence(event), when: <Time at={event.at} /> }))} />
    </Section>
  )

function sentence({ kind, actorName, from, to, note }: CaseEvent): string {
  const who = actorName ?? 'Parley'
  switch (kind) {
    case 'assigned':
      if (to === who)
        return from === null ? `${who} took the case.` : `${who} took the case over from ${from}.`
      return `${who} gave the case to ${to}.`
    case 'released':
      return `${who} gave the case back.`
    case 'dismissed':
      return `${who} dismissed it: ${reasonOf(to)}.`
    case 'upheld':
      return `${who} upheld it: ${measureOf(to)}.`
    case 'marked_abusive':
      return `${who} marked the report of ${note} as made in bad faith.`
    case 'unmarked_abusive':
      return `${who} found that the report of ${note} was not made in bad faith.`
  }
}

function reasonOf(key: string | null): string {
  const reason = dismissalReasonKeys.find((known) => known === key)
  return reason ? dismissalReasons[reason].label.toLowerCase() : ''
}

function measureOf(key: string | null): string {
  const measure = measures.find((known) => known === key)
  return measure ? measureTexts[measure].done.toLowerCase() : ''
}
