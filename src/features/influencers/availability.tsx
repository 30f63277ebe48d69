import { State, type StateTone } from '../../ui/data/badge.tsx'
import type { influencers } from './schema.ts'

type Availability = (typeof influencers.$inferSelect)['availability']

/** Whether an influencer takes offers now, as it says itself. */
export const Availability = ({ is }: { is: Availability }) => {
  const { tone, words } = availabilities[is]
  return <State tone={tone}>{words}</State>
}

const availabilities: Record<Availability, { tone: StateTone; words: string }> = {
  open: { tone: 'done', words: 'Open to offers' },
  limited: { tone: 'wait', words: 'Few openings' },
  closed: { tone: 'off', words: 'Takes no offers now' },
}
