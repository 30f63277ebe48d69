import { pathToFileURL } from 'node:url'
import type { Client } from '@libsql/client/http'
import { getTableName } from 'drizzle-orm'
import { hashPassword } from '../src/features/accounts/passwords/passwords.ts'
import type { DemoAccount } from './data-folder.ts'
import { DEMO_PASSWORD, named } from './crowd/accounts.ts'
import { type Admin, addAdmin, findAdmin } from './crowd/admin.ts'
import { addCampaign } from './crowd/campaign-rows.ts'
import { planCampaigns } from './crowd/campaigns.ts'
import { crowdFromCommandLine } from './crowd/command.ts'
import { Influencers } from './crowd/influencers.ts'
import { addPeople } from './crowd/people.ts'
import { addRequests, addTotals } from './crowd/request-stream.ts'
import { parentsFirst, Rows } from './crowd/rows.ts'
import { sizeFor } from './crowd/size.ts'
import { Sponsors } from './crowd/sponsors.ts'
import { stagesOf } from './crowd/stages.ts'
import type { World } from './crowd/world.ts'
import type { Progress } from './progress.ts'
import { putIndexesBack, setAside } from './reindex/set-aside.ts'
import { rebuildSearch } from './reindex.ts'

export interface DemoOptions {
  /** At least 20 are made; everything else is in proportion. */
  readonly influencers: number
  /** The same seed and the same `now` give the same rows, but for the password's salt. */
  readonly seed: number
  /** Milliseconds UTC: the moment that the demo's clocks run towards. */
  readonly now: number
  readonly progress?: Progress
}

/**
 * Fills a database that has its tables and nobody but perhaps an admin in them. Gives the accounts to sign in
 * with; an admin that was there already keeps its own password and is not among them.
 * Throws a Trouble where there are other people. What it wrote when it fails stays, with its indexes and search;
 * where the process itself ends, `mendSearch` brings them back.
 */
export async function loadCrowd(client: Client, options: DemoOptions): Promise<{ accounts: DemoAccount[] }> {
  const { seed, now, progress = () => {} } = options
  const admin = await findAdmin(client)
  const size = sizeFor(options.influencers)
  const world: World = {
    seed,
    now,
    size,
    adminId: admin.adminId,
    passwordHash: await hashPassword(DEMO_PASSWORD),
  }

  const stages = stagesOf(size, progress)

  await setAside(client, 'search triggers')
  await setAside(client, { indexesOf: parentsFirst.map(getTableName) })
  try {
    await load(client, world, admin, stages)
  } catch (error) {
    // What it failed of is what matters, not what comes of it here.
    await rebuildSearch(client).catch(() => {})
    throw error
  }
  stages.indexes(0, 'indexes')
  await putIndexesBack(client)
  await addTotals(client)
  await rebuildSearch(client, { piece: size.influencers, progress: stages.search })
  progress(1, `${counted(size.influencers)} influencers and all that belongs to them`)
  return { accounts: accountsOf(admin.isThere) }
}

async function load(
  client: Client,
  world: World,
  admin: Admin,
  stages: ReturnType<typeof stagesOf>,
): Promise<void> {
  const { seed, now, size } = world
  const sponsors = new Sponsors(world, admin.firstId)
  const influencers = new Influencers(seed, now, size, admin.firstId + size.sponsors)
  const rows = new Rows(client)

  if (!admin.isThere) addAdmin(rows, world)
  await addPeople(rows, world, admin.usernames, sponsors, influencers, stages.people)

  stages.campaigns(0, 'campaigns')
  const campaigns = planCampaigns(world, sponsors)
  for (const campaign of campaigns) {
    addCampaign(rows, world, campaign)
    await rows.writeWhenFull()
  }
  await addRequests(rows, world, campaigns, influencers, stages.requests)
  await rows.finish()
}

function accountsOf(adminIsThere: boolean): DemoAccount[] {
  const { admin, sponsor, influencer, waiting, rejected } = named
  const own = (role: string, { username }: { username: string }) => ({
    role,
    username,
    password: DEMO_PASSWORD,
  })
  return [
    own('sponsor', sponsor),
    own('influencer', influencer),
    ...(adminIsThere ? [] : [own('admin', admin)]),
    own('sponsor that waits for approval', waiting),
    own('sponsor that was rejected', rejected),
  ]
}

function counted(number: number): string {
  return number.toLocaleString('en')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await crowdFromCommandLine(process.argv.slice(2), loadCrowd)
}
