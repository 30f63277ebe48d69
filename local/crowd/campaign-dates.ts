import { DAY, dayIn, endOfDay } from '../../src/shared/time.ts'
import type { Beginning, Place } from './campaign-places.ts'
import type { Random } from './random.ts'

/** What became of a campaign, and when. */
export interface CampaignDates {
  readonly state: 'draft' | 'active' | 'paused' | 'completed'
  readonly createdAt: number
  readonly publishedAt: number | null
  /** Days of the sponsor's time zone. */
  readonly startDate: string | null
  readonly endDate: string | null
  readonly endsAt: number | null
  readonly pausedAt: number | null
  readonly flaggedAt: number | null
  readonly completedAt: number | null
  /** When it stops taking new requests and agreements. */
  readonly closedAt: number
}

export function datesOf(
  { place, createdAt }: Beginning,
  timeZone: string,
  now: number,
  random: Random,
): CampaignDates {
  const publishedAt = states[place] === 'draft' ? null : createdAt + Math.floor(random.between(0.05, 1) * DAY)
  const run = place === 'unfinished' ? NO_RUN : runOf(place, createdAt, timeZone, now, random)
  const stoppedAt = Math.floor(Math.max(publishedAt ?? 0, now - random.between(0.5, 4) * DAY))
  const completedAt = (run.endsAt ?? now) + Math.floor(random.between(0.1, 3) * DAY)
  return {
    ...run,
    state: states[place],
    createdAt,
    publishedAt,
    pausedAt: place === 'paused' ? stoppedAt : null,
    flaggedAt: place === 'flagged' ? stoppedAt : null,
    completedAt: place === 'completed' ? completedAt : null,
    closedAt: place === 'paused' || place === 'flagged' ? stoppedAt : (run.endsAt ?? createdAt),
  }
}

const NO_RUN = { startDate: null, endDate: null, endsAt: null } as const

/** From which day to which: those that run end after now, the others before. */
function runOf(place: Place, createdAt: number, timeZone: string, now: number, random: Random) {
  const start = place === 'told' ? now - 21 * DAY : createdAt + random.between(2, 12) * DAY
  const end = lastMoment(place, start, now, random)
  const startDate = dayIn(timeZone, Math.min(start, end))
  const endDate = dayIn(timeZone, end)
  return { startDate, endDate, endsAt: endOfDay(endDate, timeZone) }
}

function lastMoment(place: Place, start: number, now: number, random: Random): number {
  if (place === 'told') return now + 24 * DAY
  if (place === 'completed') return start + random.between(20, 45) * DAY
  return place === 'ended'
    ? now - random.between(2, 4) * DAY
    : Math.max(start, now) + random.between(8, 50) * DAY
}

const states: Readonly<Record<Place, CampaignDates['state']>> = {
  completed: 'completed',
  ended: 'active',
  active: 'active',
  told: 'active',
  private: 'active',
  paused: 'paused',
  draft: 'draft',
  unfinished: 'draft',
  flagged: 'active',
}
