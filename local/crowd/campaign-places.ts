import { DAY } from '../../src/shared/time.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** What becomes of a campaign; `told` is the one of which Northway's story is told. */
export type Place =
  | 'completed'
  | 'ended'
  | 'active'
  | 'told'
  | 'private'
  | 'paused'
  | 'draft'
  | 'unfinished'
  | 'flagged'

export interface Beginning {
  readonly place: Place
  readonly createdAt: number
  readonly isNorthways: boolean
}

/** The share of campaigns that are over, and when the first of them and of the others was made. */
const COMPLETED = 0.27
const FIRST_COMPLETED = 400 * DAY
const FIRST_RUNNING = 75 * DAY

/** How the one of all campaigns begins; the later in the row, the later it was made. */
export function beginningOf({ now, size }: World, index: number, random: Random): Beginning {
  const completed = Math.round(size.campaigns * COMPLETED)
  const turn = index - completed
  const place = index === Math.floor(size.campaigns / 2) ? 'told' : placeOf(turn)
  const ago = madeAgo(index, completed, size.campaigns)
  return {
    place,
    createdAt: Math.floor(now - ago + random.between(-0.4, 0.4) * DAY),
    isNorthways: place === 'told' || index % 40 === 1 || northwaysTurns.has(turn),
  }
}

// Those that run come in each state, however few they are; the states of each dozen are the same.
function placeOf(turn: number): Place {
  if (turn < 0) return 'completed'
  if (turn % 48 === 5) return 'flagged'
  return turn % 24 === 1 ? 'ended' : (dozen[turn % dozen.length] ?? 'active')
}

const dozen: readonly Place[] = [
  ...(['active', 'active', 'private', 'paused', 'active', 'active'] as const),
  ...(['draft', 'active', 'active', 'private', 'unfinished', 'active'] as const),
]

/** One private, one unfinished and one paused: Northway has some of each. */
const northwaysTurns: ReadonlySet<number> = new Set([9, 10, 15])

function madeAgo(index: number, completed: number, count: number): number {
  if (index < completed) {
    return FIRST_COMPLETED - (index / completed) * (FIRST_COMPLETED - FIRST_RUNNING - DAY)
  }
  const share = (index - completed) / (count - completed)
  return FIRST_RUNNING - share * (FIRST_RUNNING - 3 * DAY)
}
