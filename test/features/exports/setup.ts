import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import type { App } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { eventually } from '../../support/eventually.ts'
import type { Person } from '../../support/people.ts'
import type { Visitor } from '../../support/visitor.ts'

/** A row by header. */
export type Cells = Readonly<Record<string, string>>

/** Downloads a file and reads it with another parser. */
export async function downloadRows(browser: Visitor, path: string): Promise<Cells[]> {
  const response = await browser.send(path)
  if (response.status !== 200) throw new Error(`${path} is a ${response.status}`)
  return parseRows(await response.text())
}

/** `response.text()` has removed a byte order mark. */
export function parseRows(csv: string): Cells[] {
  return parse(csv, { columns: true, record_delimiter: '\r\n' })
}

/** Adds agreed requests with one offer each, to a new campaign. Returns the campaign's id. */
export async function addRequests(
  app: App,
  sponsor: Person,
  influencer: Person,
  count: number,
  name = 'Winter Layers',
): Promise<number> {
  const campaignId = await makeCampaign(app, sponsor, { name })
  await app.db.batch([
    {
      sql: `insert into ad_requests (campaign_id, sponsor_id, influencer_id, state, origin, turn, payment_amount, closes_at, created_at)
        with recursive n (i) as (select 1 union all select i + 1 from n where i < ?)
        select ?, ?, ?, 'accepted', 'invitation', 'influencer', 100000 + i, 1760000000000 + i, 1750000000000 + i from n`,
      args: [count, campaignId, sponsor.id, influencer.id],
    },
    {
      sql: `insert into offers (ad_request_id, number, made_by, payment_amount, deliverables, usage_channels, usage_months, made_at, expires_at)
        select id, 1, 'sponsor', payment_amount, '[{"kind":"reel","count":2,"dueDate":"2026-11-20"}]', '["organic"]', 3, created_at, closes_at
        from ad_requests where campaign_id = ?`,
      args: [campaignId],
    },
  ])
  return campaignId
}

/** Waits until the Worker has logged why a download broke off, and workerd that it did. Removes both errors. */
export async function expectBrokenOff(app: App, reason: string): Promise<void> {
  await eventually(() => {
    expect(app.errors.filter((error) => error.includes(reason) && error.startsWith('{'))).toHaveLength(1)
    expect(app.errors.filter((error) => error.startsWith('Uncaught exception'))).toHaveLength(1)
  })
  app.errors.splice(0)
}
