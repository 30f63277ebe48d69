import { pathToFileURL } from 'node:url'
import type { Client } from '@libsql/client/http'
import { hashPassword } from '../src/people/passwords.ts'
import type { DemoAccount } from './data-folder.ts'
import { DEMO_PASSWORD, named } from './demo/accounts.ts'
import { addAdmin, findAdmin } from './demo/admin.ts'
import { addCampaign } from './demo/campaign-rows.ts'
import { planCampaigns } from './demo/campaigns.ts'
import { demoFromCommandLine } from './demo/command.ts'
import { Influencers } from './demo/influencers.ts'
import { addPeople } from './demo/people.ts'
import { addRequests, addTotals } from './demo/request-stream.ts'
import { Rows } from './demo/rows.ts'
import { sizeFor } from './demo/size.ts'
import { Sponsors } from './demo/sponsors.ts'
import type { World } from './demo/world.ts'

export interface DemoOptions {
  /** At least 20 are made; everything else is in proportion. */
  readonly influencers: number
  /** The same seed and the same `now` give the same rows, but for the password's salt. */
  readonly seed: number
  /** Milliseconds UTC: the moment that the demo's clocks run towards. */
  readonly now: number
  /** Told in words how far it is. */
  readonly report?: (words: string) => void
}

/**
 * Fills a database that has its tables and nobody but perhaps an admin in them. Gives the accounts to sign in
 * with; an admin that was there already keeps its own password and is not among them.
 * Throws a Trouble where there are other people. What it wrote when it is interrupted stays.
 */
export async function loadDemo(client: Client, options: DemoOptions): Promise<{ accounts: DemoAccount[] }> {
  const { seed, now, report = () => {} } = options
  const { adminId, isThere, firstId, usernames } = await findAdmin(client)
  const size = sizeFor(options.influencers)
  const world: World = { seed, now, size, adminId, passwordHash: await hashPassword(DEMO_PASSWORD) }
  const sponsors = new Sponsors(world, firstId)
  const influencers = new Influencers(seed, now, size, firstId + size.sponsors)
  const rows = new Rows(client)

  if (!isThere) addAdmin(rows, world)
  await addPeople(rows, world, usernames, sponsors, influencers)
  report(`${counted(size.sponsors)} sponsors and ${counted(size.influencers)} influencers`)

  const campaigns = planCampaigns(world, sponsors)
  for (const campaign of campaigns) {
    addCampaign(rows, world, campaign)
    await rows.writeWhenFull()
  }
  report(`${counted(campaigns.length)} campaigns`)

  await addRequests(rows, world, campaigns, influencers, report)
  await rows.finish()
  await addTotals(client)
  report(`${counted(rows.count)} rows in all`)
  return { accounts: accountsOf(isThere) }
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
  process.exitCode = await demoFromCommandLine(process.argv.slice(2), loadDemo)
}
