import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reportOutcomes } from '../../../../src/features/abuse-reports/abuse-report.ts'
import { reasonKeys } from '../../../../src/features/abuse-reports/reasons.ts'
import { updateWeights } from '../../../../src/features/abuse-reports/weight/weight-sql.ts'
import { write } from '../../../../src/platform/db/write.ts'
import { DAY } from '../../../../src/shared/time.ts'
import { type CampaignDatabase, openCampaignDatabase } from '../../campaigns/campaign-database.ts'
import { weightOf } from './slow-weight.ts'

let test: CampaignDatabase
let owner: number
beforeAll(async () => {
  test = await openCampaignDatabase()
  owner = (await test.person('sponsor')).id
})
afterAll(() => test.close())

const NOW = Date.UTC(2026, 10, 27)
const outcomes = reportOutcomes.filter((outcome) => outcome !== 'open')

const reporter = fc.record({
  domain: fc.constantFrom('gmail.com', 'northway.example', 'kettle.example', 'parley.invalid'),
  accountAge: fc.nat(20 * DAY),
  earlier: fc.array(fc.constantFrom(...outcomes), { maxLength: 6 }),
  reason: fc.constantFrom(...reasonKeys),
  outcome: fc.constantFrom('open', 'open', 'open', 'abusive'),
})

type Reporter = typeof reporter extends fc.Arbitrary<infer Value> ? Value : never

it('the database weighs cases as the formula says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(reporter, { minLength: 1, maxLength: 6 }), async (reporters) => {
      const caseId = await insertCase()
      const people = []
      for (const one of reporters) people.push({ ...one, id: await insertReporter(one, caseId) })
      const written = await write(test.db, [updateWeights(sql`${caseId}`)])
      expect(written.ok).toBe(true)

      const counted = people.filter(({ outcome }) => outcome === 'open')
      const expected = weightOf(
        counted.map(({ id, domain, accountAge, earlier, reason }) => ({
          reason,
          accountAge,
          record: {
            upheld: earlier.filter((outcome) => outcome === 'upheld').length,
            dismissed: earlier.filter((outcome) => outcome === 'dismissed').length,
            abusive: earlier.filter((outcome) => outcome === 'abusive').length,
          },
          side: domain.endsWith('.example') ? domain : String(id),
        })),
      )
      const { rows } = await test.client.execute({
        sql: 'select weight from abuse_cases where id = ?',
        args: [caseId],
      })
      expect(rows[0]?.weight).toBe(expected)
    }),
    { numRuns: 40 },
  )
})

let made = 0

async function insert(statement: string, args: (string | number | null)[]): Promise<number> {
  const { rows } = await test.client.execute({ sql: `${statement} returning id`, args })
  return Number(rows[0]?.id)
}

function insertCase(state = 'open'): Promise<number> {
  made += 1
  return insert(
    `insert into abuse_cases (subject, subject_id, owner_id, title, excerpt, path, state, opened_at, reported_at, closed_at)
      values ('campaign', ?, ?, 'Boots', '', '/campaigns/1', ?, 1, 1, ?)`,
    [made, owner, state, state === 'open' ? null : 1],
  )
}

async function insertReporter(
  { domain, accountAge, earlier, reason, outcome }: Reporter,
  caseId: number,
): Promise<number> {
  made += 1
  const id = await insert(
    `insert into users (username, email, display_name, password_hash, role, status, created_at)
      values (?, ?, 'x', 'x', 'influencer', 'active', ?)`,
    [`reporter${made}`, `reporter${made}@${domain}`, NOW - accountAge],
  )
  for (const past of earlier) await insertReport(await insertCase('dismissed'), id, 'spam', past)
  await insertReport(caseId, id, reason, outcome)
  return id
}

function insertReport(caseId: number, reporterId: number, reason: string, outcome: string): Promise<number> {
  return insert(
    `insert into abuse_reports (case_id, reporter_id, reason, prose, outcome, decided_at, created_at)
      values (?, ?, ?, '', ?, ?, ?)`,
    [caseId, reporterId, reason, outcome, outcome === 'open' ? null : 1, NOW],
  )
}
