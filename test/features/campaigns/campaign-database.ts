import type { Client } from '@libsql/client/http'
import Libsql from 'libsql'
import * as z from 'zod'
import { createCampaign } from '../../../src/features/campaigns/commands.ts'
import type { CampaignInput } from '../../../src/features/campaigns/forms.ts'
import { type CampaignWithGoals, findOwnCampaign } from '../../../src/features/campaigns/queries.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import type { Select } from '../../../src/platform/db/select.ts'
import type { Viewer } from '../../../src/platform/http/context.ts'
import type { CampaignId, UserId } from '../../../src/shared/ids.ts'
import { startDatabase } from '../../support/database.ts'
import { NOW, planWith } from './fixtures.ts'

/** An empty database, used directly without a Worker. */
export interface CampaignDatabase {
  readonly db: Database
  readonly client: Client
  person(role: Viewer['role'], status?: 'active' | 'suspended'): Promise<Viewer>
  /** Creates an active campaign. `values` are columns that differ from the defaults. */
  campaign(sponsor: Viewer, values?: Record<string, string | number | null>): Promise<CampaignId>
  request(campaign: CampaignId, sponsor: Viewer, influencer: Viewer, state?: string): Promise<number>
  /** SQLite's query plan, a line for each step. */
  planOf(select: Select): string
  close(): Promise<void>
}

export async function openCampaignDatabase(): Promise<CampaignDatabase> {
  const { db, file, close } = await startDatabase()
  const { client } = db
  return {
    db,
    client,
    person: (role, status = 'active') => makePerson(client, role, status),
    campaign: (sponsor, values = {}) => makeCampaign(db, client, sponsor, values),
    request: (campaign, sponsor, influencer, state = 'pending') =>
      makeRequest(client, [campaign, sponsor.id, influencer.id, state]),
    planOf: (select) => planOf(file, select.prepare().getQuery()),
    close,
  }
}

/** One of the sponsor's campaigns, which must exist. */
export async function getOwnCampaign(
  db: Database,
  sponsor: Viewer,
  id: CampaignId,
): Promise<CampaignWithGoals> {
  const found = await findOwnCampaign(db, sponsor.id, id)
  if (!found) throw new Error(`Campaign ${id} is missing.`)
  return found
}

/** The input of a complete campaign with one goal. */
export function inputWith(
  values: Partial<CampaignInput['plan']> = {},
  goals: readonly string[] = ['Reach hikers'],
): CampaignInput {
  return { plan: planWith(values), goals }
}

async function makePerson(client: Client, role: Viewer['role'], status: string): Promise<Viewer> {
  const name = `${role}-${Math.random().toString(36).slice(2)}`
  const { rows } = await client.execute({
    sql: `insert into users (username, email, display_name, password_hash, role, status, created_at)
      values (?, ?, ?, 'x', ?, ?, 0) returning id`,
    args: [name, `${name}@example.com`, name, role, status],
  })
  const id = Number(rows[0]?.id) as UserId
  if (role === 'sponsor') {
    const sql =
      "insert into sponsors (user_id, company_name, industry, submitted_at) values (?, ?, 'Gear', 0)"
    await client.execute({ sql, args: [id, name] })
  }
  if (role === 'influencer') {
    const sql = `insert into influencers (user_id, category, niche, country, languages)
      values (?, 'outdoors', 'hiking', 'SE', '["en"]')`
    await client.execute({ sql, args: [id] })
  }
  const counts = { unconfirmedEmail: null, unreadNotifications: 0, awaitingReply: 0, openAbuseCases: 0 }
  return {
    id,
    username: name,
    displayName: name,
    role,
    status: 'active',
    timeZone: 'UTC',
    hasTwoFactor: false,
    ...counts,
  }
}

async function makeCampaign(
  db: Database,
  client: Client,
  sponsor: Viewer,
  values: Record<string, string | number | null>,
): Promise<CampaignId> {
  const context = { actor: sponsor.id, now: NOW, currency: 'USD', requestId: 'test' }
  const id = await createCampaign(db, inputWith(), context)
  const columns = { state: 'active', published_at: NOW, ...values }
  const sets = Object.keys(columns).map((column) => `${column} = ?`)
  const args = [...Object.values(columns), id]
  await client.execute({ sql: `update campaigns set ${sets.join(', ')} where id = ?`, args })
  return id
}

async function makeRequest(client: Client, args: (string | number)[]): Promise<number> {
  const { rows } = await client.execute({
    sql: `insert into ad_requests (campaign_id, sponsor_id, influencer_id, state, origin, turn, payment_amount, closes_at, created_at)
      values (?, ?, ?, ?, 'invitation', 'influencer', 100000, ?, 0) returning id`,
    args: [...args, NOW + 1_000],
  })
  return Number(rows[0]?.id)
}

function planOf(file: string, { sql, params }: { sql: string; params: readonly unknown[] }): string {
  const database = new Libsql(file, { readonly: true })
  const steps = database.prepare(`explain query plan ${sql}`).all(params)
  database.close()
  return z
    .array(z.object({ detail: z.string() }))
    .parse(steps)
    .map(({ detail }) => detail)
    .join('\n')
}
