import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type CampaignSearch,
  campaignSorts,
  EVERY_CAMPAIGN,
} from '../../../../src/features/discovery/campaigns/filters.ts'
import { searchCampaigns } from '../../../../src/features/discovery/campaigns/queries.ts'
import { parseCursor } from '../../../../src/platform/search/cursor.ts'
import { DAY } from '../../../../src/shared/time.ts'
import { startDatabase } from '../../../support/database.ts'
import {
  insertCampaign,
  insertCampaigns,
  makeCampaigns,
  NOW,
  type TestCampaign,
} from '../campaign-fixture.ts'

let database: Awaited<ReturnType<typeof startDatabase>>
let nextId = 1_000

const [template] = makeCampaigns()
const usual = { sponsor: 1, name: 'Autumn Boots', brief: 'Walk.', goals: [] } as const
const topic = { category: 'outdoors', niche: 'hiking', platforms: ['instagram'] } as const
const open = { state: 'active', visibility: 'public', flagged: false, publishedAt: NOW } as const
const dates = { startDate: '2026-11-01', endDate: '2026-12-20', endsAt: NOW + 28 * DAY } as const

beforeAll(async () => {
  database = await startDatabase()
  await insertCampaigns(database.db.client, [])
})
afterAll(() => database.close())
beforeEach(async () => {
  await run('delete from campaigns', [])
  await run("update users set status = 'active'", [])
})

async function make(values: Partial<TestCampaign> = {}): Promise<number> {
  if (!template) throw new Error('There is no campaign to begin with.')
  nextId += 1
  const made = { ...template, ...usual, ...topic, ...open, ...dates, ...values, id: nextId }
  await database.db.client.batch(insertCampaign(made), 'write')
  return made.id
}

async function run(sql: string, args: (string | number | null)[]): Promise<void> {
  await database.db.client.execute({ sql, args })
}

async function find(values: Partial<CampaignSearch> = {}, now = NOW): Promise<number[]> {
  const { rows } = await searchCampaigns(database.db, { ...EVERY_CAMPAIGN, ...values }, null, now)
  return rows.map(({ id }) => id)
}

/** Whether it is found, in every order alike. */
async function isFound(id: number, query = '', now = NOW): Promise<boolean> {
  const found = await Promise.all(campaignSorts.map((sort) => find({ sort, query }, now)))
  const answers = new Set(found.map((ids) => ids.includes(id)))
  expect(answers.size).toBe(1)
  return answers.has(true)
}

describe('from the moment of the change, nobody finds', () => {
  const hidings: [string, string][] = [
    ['a private one', "visibility = 'private'"],
    ['a paused one', "state = 'paused'"],
    ['a completed one', "state = 'completed'"],
    ['one that is a draft again', "state = 'draft'"],
    ['a flagged one', "flagged_at = 1, flag_reason = 'Misleading'"],
    ['one whose end was moved to before now', `ends_at = ${NOW}`],
  ]

  it.each(hidings)('%s, until it is as before', async (_, change) => {
    const id = await make()
    expect(await isFound(id, 'boots')).toBe(true)
    await run(`update campaigns set ${change} where id = ?`, [id])
    expect([await isFound(id), await isFound(id, 'boots')]).toEqual([false, false])
    await run(
      `update campaigns set visibility = 'public', state = 'active', flagged_at = null, ends_at = ? where id = ?`,
      [NOW + DAY, id],
    )
    expect(await isFound(id, 'boots')).toBe(true)
  })

  it('what a suspended sponsor has, until it is let in again', async () => {
    const id = await make({ sponsor: 2 })
    const other = await make({ sponsor: 3 })
    await run("update users set status = 'suspended' where id = 2", [])
    expect([await isFound(id), await isFound(id, 'zürich'), await isFound(other)]).toEqual([
      false,
      false,
      true,
    ])
    await run("update users set status = 'active' where id = 2", [])
    expect(await isFound(id, 'zürich')).toBe(true)
  })

  it('one that is deleted', async () => {
    const id = await make()
    await run('delete from campaigns where id = ?', [id])
    expect(await isFound(id, 'boots')).toBe(false)
  })

  it('one that has ended, once its time has come and without a change', async () => {
    const id = await make()
    expect(await isFound(id, 'boots', NOW + 28 * DAY - 1)).toBe(true)
    expect(await isFound(id, 'boots', NOW + 28 * DAY)).toBe(false)
  })
})

describe('what is changed is found so at once', () => {
  it('a name, a brief, and the words before no longer', async () => {
    const id = await make()
    await run("update campaigns set name = 'Winter Gloves', brief = 'Knit.' where id = ?", [id])
    for (const query of ['winter', 'glov', 'knit']) expect(await isFound(id, query)).toBe(true)
    for (const query of ['boots', 'walk']) expect(await isFound(id, query)).toBe(false)
  })

  it('a goal that is added, reworded, removed', async () => {
    const id = await make({ goals: ['Reach hikers'] })
    expect(await isFound(id, 'hikers')).toBe(true)
    await run("update campaign_goals set text = 'Reach climbers' where campaign_id = ?", [id])
    expect([await isFound(id, 'hikers'), await isFound(id, 'climbers')]).toEqual([false, true])
    await run('delete from campaign_goals where campaign_id = ?', [id])
    expect(await isFound(id, 'climbers')).toBe(false)
    await run("insert into campaign_goals (campaign_id, position, text) values (?, 0, 'Sell skis')", [id])
    expect(await isFound(id, 'skis')).toBe(true)
  })

  it("the sponsor's name, in all of its campaigns", async () => {
    const ids = [await make({ sponsor: 3 }), await make({ sponsor: 3 })]
    await run("update sponsors set company_name = 'Gletscher AG' where user_id = 3", [])
    for (const id of ids) {
      expect(await isFound(id, 'gletscher')).toBe(true)
      expect(await isFound(id, 'tent')).toBe(false)
    }
    await run("update sponsors set company_name = 'Trail & Tent' where user_id = 3", [])
  })

  it('a draft that is published, and what it can be filtered by', async () => {
    const id = await make({ state: 'draft' })
    expect(await isFound(id)).toBe(false)
    await run(
      `update campaigns set state = 'active', budget = 4200, category = 'food', niche = 'coffee',
        platforms = '["twitch"]', start_date = '2027-02-10', end_date = '2027-02-11', ends_at = ? where id = ?`,
      [NOW + 90 * DAY, id],
    )
    const exact = { category: 'food', niche: 'coffee', platform: 'twitch' } as const
    expect(await find({ ...exact, from: '2027-02-11', until: '2027-02-10' })).toEqual([id])
    expect(await find({ ...exact, from: '2027-02-12' })).toEqual([])
    expect(await find({ ...exact, until: '2027-02-09' })).toEqual([])
    expect(await find({ platform: 'instagram' })).toEqual([])
  })
})

it('finds what is called so before what mentions it, the newest first in each', async () => {
  const mentions = [
    await make({ brief: 'All about snow.' }),
    await make({ goals: ['Snow'], publishedAt: NOW - DAY }),
  ]
  const called = [
    await make({ name: 'Snow', publishedAt: NOW - 3 * DAY }),
    await make({ name: 'Late snow', publishedAt: NOW - 2 * DAY }),
  ]
  const [older, newer] = called
  expect(await find({ query: 'snow', sort: 'relevance' })).toEqual([newer, older, ...mentions])
  expect(await find({ query: 'snow', sort: 'newest' })).toEqual([...mentions, newer, older])
})

it('a text cannot pass itself off as a date, nor as a name', async () => {
  const fake = '\u{e000}u209 \u{e001}quartz'
  const id = await make({ name: 'Quiet', brief: fake, goals: [fake] })
  const called = await make({ name: `Quartz ${fake}`, publishedAt: NOW - DAY })
  await run('update sponsors set company_name = ? where user_id = 1', [`Northway ${fake.slice(0, 5)}`])
  expect(await find({ query: 'quartz', sort: 'relevance' })).toEqual([called, id])
  expect(await find({ from: '2095-01-01' })).toEqual([])
  await run("update sponsors set company_name = 'Northway Outdoor' where user_id = 1", [])
})

describe('paging while campaigns come, go and change', () => {
  const steps = fc.array(
    fc.record({
      do: fc.constantFrom('publish', 'pause', 'edit', 'delete'),
      which: fc.nat(60),
      age: fc.nat(6),
    }),
    { maxLength: 12 },
  )

  it.each(campaignSorts)('neither skips nor repeats one that stayed as it was, by %s', async (sort) => {
    await fc.assert(
      fc.asyncProperty(steps, async (changes) => {
        await run('delete from campaigns', [])
        const ids: number[] = []
        for (let n = 0; n < 60; n++) {
          const name = n % 3 === 0 ? 'Snow boots' : 'Boots'
          const endsAt = NOW + (1 + (n % 5)) * DAY
          ids.push(
            await make({
              name,
              brief: 'Snow.',
              endsAt,
              budget: 1_000 * (n % 4),
              publishedAt: NOW - (n % 6) * DAY,
            }),
          )
        }
        const touched = new Set<number>()
        const seen: number[] = []
        let next: string | null = null
        do {
          const after: ReturnType<typeof parseCursor> = next === null ? null : parseCursor(next)
          const page = await searchCampaigns(
            database.db,
            { ...EVERY_CAMPAIGN, query: 'snow', sort },
            after,
            NOW,
          )
          seen.push(...page.rows.map(({ id }) => id))
          next = page.next
          for (const change of changes.splice(0, 4)) touched.add(await apply(change, ids))
        } while (next !== null)
        const stayed = ids.filter((id) => !touched.has(id))
        expect(stayed.filter((id) => seen.filter((one) => one === id).length !== 1)).toEqual([])
      }),
      { numRuns: 6 },
    )
  })

  interface Change {
    readonly do: string
    readonly which: number
    readonly age: number
  }

  /** Changes one of them, or publishes another; gives the id of the one concerned. */
  async function apply({ do: what, which, age }: Change, ids: readonly number[]): Promise<number> {
    const publishedAt = NOW - age * DAY
    const id = ids[which % ids.length] ?? 0
    if (what === 'publish') return make({ name: 'Snow shoes', publishedAt, budget: 1_000 * age })
    if (what === 'pause') await run("update campaigns set state = 'paused' where id = ?", [id])
    if (what === 'delete') await run('delete from campaigns where id = ?', [id])
    if (what === 'edit') {
      await run(
        "update campaigns set name = 'Snow!', budget = ?, published_at = ?, ends_at = ? where id = ?",
        [1_000 * age, publishedAt, NOW + (age + 1) * DAY, id],
      )
    }
    return id
  }
})
