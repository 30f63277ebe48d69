import {
  categoryLabel,
  countedDeliverable,
  nicheLabel,
  platforms as platformLabels,
} from '../../shared/taxonomy.ts'
import { joinFacts } from '../../shared/text/facts.ts'
import { usageRightsText } from '../../shared/usage-rights.ts'
import { type Term, Terms } from '../../ui/data/terms.tsx'
import { Card } from '../../ui/page/card.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Section, Stack } from '../../ui/page/split.tsx'
import { Day, Zone } from '../../ui/values/time.tsx'
import type { Plan } from './campaign.ts'
import type { Days } from './schedule.ts'

/** What a campaign is about and what it asks for. */
export const Brief = ({ plan }: { plan: Plan }) => (
  <Section title="Brief" id="brief">
    <Stack>
      {plan.brief ? <Prose text={plan.brief} /> : <p class="secondary">No description yet.</p>}
      <Card>
        <Terms columns items={termsOf(plan)} />
      </Card>
    </Stack>
  </Section>
)

/** "Outdoors · Hiking", or as much of it as is set. */
export function topicOf({ category, niche }: Pick<Plan, 'category' | 'niche'>): string {
  if (!category) return ''
  return joinFacts(categoryLabel(category), niche && nicheLabel(category, niche))
}

/** "1 reel, 2 stories". */
export function wantedOf({ wantedDeliverables }: Pick<Plan, 'wantedDeliverables'>): string {
  return wantedDeliverables.map(({ kind, count }) => countedDeliverable(kind, count)).join(', ')
}

/** "Instagram, YouTube", or "Any platform". */
export function platformsOf({ platforms }: Pick<Plan, 'platforms'>): string {
  const labels = platforms.map((platform) => platformLabels[platform])
  return labels.length === Object.keys(platformLabels).length ? 'Any platform' : labels.join(', ')
}

/** "Oct 1 to Nov 15 (New York time)", or as much of it as is set. */
export const Dates = ({ startDate, endDate, timeZone }: Days) => {
  if (!startDate && !endDate) return null
  return (
    <span>
      {startDate && !endDate ? 'from ' : null}
      {startDate ? <Day day={startDate} /> : 'until '}
      {startDate && endDate ? ' to ' : null}
      {endDate ? <Day day={endDate} /> : null} <Zone of={timeZone} />
    </span>
  )
}

function termsOf(plan: Plan): Term[] {
  const terms: [string, string][] = [
    ['Deliverables', wantedOf(plan)],
    ['Platforms', platformsOf(plan)],
    ['Do', plan.dos],
    ["Don't", plan.donts],
    ['Hashtags', plan.hashtags],
    ['Mentions', plan.mentions],
    ['Disclosure', plan.disclosure],
    ['Usage rights', usageRightsText(plan)],
  ]
  return terms
    .filter(([, text]) => text !== '')
    .map(([term, text]) => ({ term, detail: <Prose text={text} /> }))
}
