import { type Progress, part } from '../progress.ts'
import type { Size } from './size.ts'

type Stage = 'people' | 'campaigns' | 'requests' | 'indexes' | 'search'

/** The parts of the whole work, each as large as what it was seen to take for so much of everything. */
export function stagesOf(
  { influencers, campaigns, requests }: Size,
  progress: Progress,
): Readonly<Record<Stage, Progress>> {
  const people = 14 * influencers
  const planned = people + 16 * campaigns
  const requested = planned + 45 * requests
  const indexed = requested + 3 * influencers + 4 * requests
  const whole = indexed + 35 * influencers + 20 * campaigns
  return {
    people: part(progress, 0, people / whole),
    campaigns: part(progress, people / whole, planned / whole),
    requests: part(progress, planned / whole, requested / whole),
    indexes: part(progress, requested / whole, indexed / whole),
    search: part(progress, indexed / whole, 1),
  }
}
