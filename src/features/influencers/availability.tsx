import { State, type StateTone } from '../../ui/data/badge.tsx'
import type { InfluencerProfile } from './schema.ts'

type Availability = InfluencerProfile['availability']

/** Whether an influencer is taking requests. */
export const Availability = ({ is }: { is: Availability }) => {
  const { tone, label } = availabilities[is]
  return <State tone={tone}>{label}</State>
}

const availabilities: Record<Availability, { tone: StateTone; label: string }> = {
  open: { tone: 'done', label: 'Open to offers' },
  limited: { tone: 'wait', label: 'Limited availability' },
  closed: { tone: 'wait', label: 'Not taking offers' },
}
