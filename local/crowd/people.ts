import type { Progress } from '../progress.ts'
import type { Usernames } from './accounts.ts'
import { addInfluencer } from './influencer-rows.ts'
import type { Influencers } from './influencers.ts'
import type { Rows } from './rows.ts'
import { addSponsor } from './sponsor-rows.ts'
import type { Sponsors } from './sponsors.ts'
import type { World } from './world.ts'

/** All sponsors, then all influencers, in the order of their ids. */
export async function addPeople(
  rows: Rows,
  world: World,
  usernames: Usernames,
  sponsors: Sponsors,
  influencers: Influencers,
  progress: Progress,
): Promise<void> {
  for (const sponsor of sponsors.all) {
    addSponsor(rows, world, usernames, sponsor)
    await rows.writeWhenFull()
  }
  for (let index = 0; index < influencers.count; index += 1) {
    addInfluencer(rows, world, usernames, influencers.at(index))
    if (await rows.writeWhenFull())
      progress(index / influencers.count, `${index.toLocaleString('en')} influencers`)
  }
}
