import type { AdRequestId } from '../../src/shared/ids.ts'
import { DAY, MINUTE } from '../../src/shared/time.ts'
import type { Campaign } from './campaigns.ts'
import { adRequestId } from './ids.ts'
import { improvise } from './improvise.ts'
import type { Influencers } from './influencers.ts'
import { Matches } from './matches.ts'
import { Negotiation } from './negotiation.ts'
import { OpenCampaigns } from './open-campaigns.ts'
import { Random } from './random.ts'
import type { Story } from './story.ts'
import { firstProposal } from './terms.ts'
import type { World } from './world.ts'

/** All negotiations in the order in which they began, told stories among them. Nothing of them is kept. */
export function* negotiations(
  world: World,
  campaigns: readonly Campaign[],
  influencers: Influencers,
  stories: readonly Story[],
): Generator<Negotiation> {
  const told = [...stories].sort((one, other) => one.at - other.at)
  let id = 0
  for (const { at, play } of chances(world, campaigns, influencers, stories)) {
    for (let story = told[0]; story && story.at <= at; story = told[0]) {
      told.shift()
      id += 1
      yield story.play(adRequestId(id))
    }
    id += 1
    yield play(adRequestId(id))
  }
  for (const story of told) {
    id += 1
    yield story.play(adRequestId(id))
  }
}

function* chances(
  world: World,
  campaigns: readonly Campaign[],
  influencers: Influencers,
  stories: readonly Story[],
): Generator<Story> {
  const open = new OpenCampaigns(campaigns)
  const matches = new Matches(influencers, campaigns.length)
  for (const { pair } of stories) matches.reserve(pair)
  let at = 0
  for (let index = 0; index < world.size.requests; index += 1) {
    at = Math.max(at + 1, momentOf(index, world))
    const random = new Random(world.seed, 8, index)
    const found = pairAt(open, matches, at, random)
    if (!found) continue
    at = found.at
    const { pair, match } = found
    const play = (id: AdRequestId) => {
      const negotiation = new Negotiation(id, pair, firstProposal(pair, match, found.at, random), found.at)
      improvise(negotiation, { now: world.now, committed: matches.committedBy(pair.campaign) }, random)
      matches.note(negotiation)
      return negotiation
    }
    yield { at, pair, play }
  }
}

/** A pair that can begin now, or when the next campaign opens where all are closed. */
function pairAt(open: OpenCampaigns, matches: Matches, at: number, random: Random) {
  for (let tries = 0; tries < 8; tries += 1) {
    const campaign = open.any(at, random)
    const found = campaign && matches.find(campaign, at, random)
    if (found) return { ...found, at }
    if (!campaign) {
      const next = open.nextOpening
      if (next === null) return null
      at = Math.max(at, next)
    }
  }
  return null
}

/** Nearly half of all requests began in the last days, or hardly any would be open; the others spread over a year. */
const LATELY = 5 * DAY
const LATE_SHARE = 0.45
const FIRST = 380 * DAY

function momentOf(index: number, { now, size }: World): number {
  const share = index / size.requests
  const early = 1 - LATE_SHARE
  const ago =
    share < early
      ? FIRST - (share / early) * (FIRST - LATELY)
      : LATELY - ((share - early) / LATE_SHARE) * (LATELY - 10 * MINUTE)
  return Math.floor(now - ago)
}
