import type { App } from './app.ts'
import type { Person } from './people.ts'

const DAY = 86_400_000

interface CampaignValues {
  name?: string
  budget?: number
  committed?: number
  state?: string
  visibility?: string
  endsInDays?: number
}

/** Inserts a campaign, by default active, public and with a budget of 10,000.00. Returns its id. */
export async function makeCampaign(app: App, sponsor: Person, values: CampaignValues = {}): Promise<number> {
  const { name = 'Autumn Trail Boots', budget = 1_000_000, committed = 0, state = 'active' } = values
  const { visibility = 'public', endsInDays = 30 } = values
  const endsAt = Math.floor(Date.now() / DAY) * DAY + (endsInDays + 1) * DAY
  const endDate = new Date(endsAt - DAY).toISOString().slice(0, 10)
  const { rows } = await app.db.execute({
    sql: `insert into campaigns (sponsor_id, name, brief, category, niche, platforms, wanted_deliverables, usage_channels,
        start_date, end_date, ends_at, budget, committed, visibility, state, created_at, published_at)
      values (?, ?, 'Walk in them and tell us.', 'outdoors', 'hiking', '["instagram"]', '[{"kind":"reel","count":1}]', '["organic"]',
        '2026-01-01', ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
    args: [sponsor.id, name, endDate, endsAt, budget, committed, visibility, state, Date.now(), Date.now()],
  })
  return Number(rows[0]?.id)
}
