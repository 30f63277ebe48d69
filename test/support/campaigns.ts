import { scheduleOf } from '../../src/features/campaigns/schedule.ts'
import { DAY, dayAt } from '../../src/shared/time.ts'
import type { App } from './app.ts'
import type { Person } from './people.ts'

interface CampaignValues {
  name?: string
  budget?: number
  committed?: number
  state?: string
  visibility?: string
  endsInDays?: number
  timeZone?: string
  /** `YYYY-MM-DD`. */
  startDate?: string
  endDate?: string
}

/** Inserts a campaign, by default active, public and with a budget of 10,000.00. Returns its id. */
export async function makeCampaign(app: App, sponsor: Person, values: CampaignValues = {}): Promise<number> {
  const { name = 'Autumn Trail Boots', budget = 1_000_000, committed = 0, state = 'active' } = values
  const { visibility = 'public', endsInDays = 30, timeZone = 'UTC', startDate = '2026-01-01' } = values
  const { endDate = dayAt(Date.now() + endsInDays * DAY, timeZone) } = values
  const { startsAt, endsAt } = scheduleOf({ startDate, endDate, timeZone })
  const { rows } = await app.db.execute({
    sql: `insert into campaigns (sponsor_id, name, brief, category, niche, platforms, wanted_deliverables, usage_channels,
        time_zone, start_date, starts_at, end_date, ends_at, budget, committed, visibility, state, created_at, published_at)
      values (?, ?, 'Walk in them and tell us.', 'outdoors', 'hiking', '["instagram"]', '[{"kind":"reel","count":1}]', '["organic"]',
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
    args: [
      sponsor.id,
      name,
      timeZone,
      startDate,
      startsAt,
      endDate,
      endsAt,
      budget,
      committed,
      visibility,
      state,
      Date.now(),
      Date.now(),
    ],
  })
  return Number(rows[0]?.id)
}
