import { pathToFileURL } from 'node:url'
import type { Client } from '@libsql/client/http'
import { hashPassword } from '../src/features/accounts/passwords/passwords.ts'
import { BulkInsert } from './crowd/bulk-insert.ts'
import { addCampaign, type OpenCampaign } from './crowd/campaigns.ts'
import { crowdFromCommandLine } from './crowd/command.ts'
import { derivedRows } from './crowd/derived.ts'
import { addInfluencer } from './crowd/influencers.ts'
import { addModerator, MODERATORS } from './crowd/moderators.ts'
import { type ChosenCounts, countsFor, type Plan } from './crowd/plan.ts'
import { addRequests, type InfluencerFacts } from './crowd/requests.ts'
import { sealAuditLog } from './crowd/seals.ts'
import { addSponsor } from './crowd/sponsors.ts'
import { DEMO_PASSWORD } from './demo/accounts.ts'
import { type Progress, part } from './progress.ts'
import { dropIndexes, restoreIndexes } from './search-index/table-indexes.ts'
import { suspendSearchIndex, updateSearchIndex } from './search-index.ts'
import { suspendStatistics, updateStatistics } from './statistics.ts'

export interface CrowdOptions extends ChosenCounts {
  readonly influencers: number
  /** The same seed and the same `now` give the same rows, except for the salt of the password. */
  readonly seed: number
  /** Milliseconds UTC. */
  readonly now: number
  readonly progress?: Progress
}

/**
 * Adds made-up people with campaigns and requests to a database, for benchmarks. If it fails, the rows written so far
 * stay, and indexes, search and statistics are restored. If the process ends, the next `migrate` restores them.
 */
export async function loadCrowd(
  client: Client,
  { progress = () => {}, ...options }: CrowdOptions,
): Promise<void> {
  const plan = await makePlan(client, options)
  await suspendSearchIndex(client)
  await suspendStatistics(client)
  await dropIndexes(client, TABLES)
  try {
    await load(client, plan, part(progress, 0, 0.35))
  } catch (error) {
    await restoreIndexes(client).catch(() => {})
    await updateSearchIndex(client).catch(() => {})
    await updateStatistics(client).catch(() => {})
    throw error
  }
  await updateSearchIndex(client, { piece: options.influencers, progress: part(progress, 0.35, 0.9) })
  await updateStatistics(client, { piece: options.influencers, progress: part(progress, 0.9, 1) })
  progress(1, `${options.influencers.toLocaleString('en')} influencers`)
}

const TABLES = [
  'users',
  'sponsors',
  'channels',
  'rates',
  'campaigns',
  'campaign_goals',
  'ad_requests',
  'offers',
  'messages',
  'collaborations',
  'agreed_prices',
  'events',
  'notifications',
  'outbox',
  'abuse_reports',
]

async function makePlan(client: Client, { seed, now, influencers, ...chosen }: CrowdOptions): Promise<Plan> {
  const { rows } = await client.execute(`select (select coalesce(max(id), 0) + 1 from users) as user,
    (select coalesce(max(id), 0) + 1 from campaigns) as campaign,
    (select coalesce(max(id), 0) + 1 from ad_requests) as request,
    (select coalesce(max(id), 0) + 1 from flags) as flag,
    (select coalesce(max(id), 0) + 1 from abuse_cases) as abuse_case`)
  const [found] = rows
  const first = {
    user: Number(found?.user),
    campaign: Number(found?.campaign),
    request: Number(found?.request),
    flag: Number(found?.flag),
    abuseCase: Number(found?.abuse_case),
  }
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  return { seed, now, first, counts: countsFor(influencers, chosen), passwordHash, usernames: new Map() }
}

async function load(client: Client, plan: Plan, progress: Progress): Promise<void> {
  const { counts } = plan
  const rows = new BulkInsert(client)
  const influencers: InfluencerFacts = {
    lowestPrices: new Float64Array(counts.influencers),
    followers: new Float64Array(counts.influencers),
  }
  for (let index = 0; index < counts.sponsors; index += 1) addSponsor(rows, plan, index)
  for (let index = 0; index < counts.influencers; index += 1) {
    const { lowestPrice, followers } = addInfluencer(rows, plan, index)
    influencers.lowestPrices[index] = lowestPrice
    influencers.followers[index] = followers
    if (await rows.flushIfFull())
      progress((index / counts.influencers) * 0.5, `${index.toLocaleString('en')} influencers`)
  }
  for (let index = 0; index < MODERATORS; index += 1) addModerator(rows, plan, index)
  const open: OpenCampaign[] = []
  for (let index = 0; index < counts.campaigns; index += 1) {
    const campaign = addCampaign(rows, plan, index)
    if (campaign) open.push(campaign)
    if (await rows.flushIfFull()) progress(0.5, `${index.toLocaleString('en')} campaigns`)
  }
  for (const index of addRequests(rows, plan, open, influencers)) {
    if (await rows.flushIfFull())
      progress(0.5 + (index / counts.requests) * 0.3, `${index.toLocaleString('en')} requests`)
  }
  await rows.flush()
  progress(0.8, 'indexes')
  await restoreIndexes(client)
  for (const { name, statement } of derivedRows(plan)) {
    progress(0.9, name)
    await client.execute(statement)
  }
  progress(0.98, 'seals')
  await sealAuditLog(client, plan.now)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await crowdFromCommandLine(process.argv.slice(2), loadCrowd)
}
