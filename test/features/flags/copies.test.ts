import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveAppeal, saveDecision, saveFlag } from '../../../src/features/flags/commands.ts'
import { appeal, decide } from '../../../src/features/flags/flag.ts'
import { findFlaggable } from '../../../src/features/flags/flaggable.ts'
import { findFlag } from '../../../src/features/flags/queries.ts'
import { flagReasonKeys } from '../../../src/features/flags/reasons.ts'
import { moderatedSubjects, thingOf } from '../../../src/features/flags/subject.ts'
import { type Database, openDatabase } from '../../../src/platform/db/database.ts'
import type { FlagId, UserId } from '../../../src/shared/ids.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeWorld, type World } from './world.ts'

let app: App
let db: Database
let world: World
beforeAll(async () => {
  app = await startApp()
  db = openDatabase({ TURSO_DATABASE_URL: app.libsql.url })
  world = await makeWorld(app)
})
afterAll(() => app.close())

/** The copies in the flagged rows. */
const COPIES = `
  select 'user' as subject, user_id as id, flagged_at, flag_reason from influencers
  union all select 'user', user_id, flagged_at, flag_reason from sponsors
  union all select 'campaign', id, flagged_at, flag_reason from campaigns
  union all select 'ad_request', id, flagged_at, flag_reason from ad_requests
  union all select 'message', id, flagged_at, flag_reason from messages`

/** Rows whose copy differs from the open flag. */
async function differences() {
  const { rows } = await app.db.execute(`select c.* from (${COPIES}) c
    left join flags f on f.subject = c.subject and f.subject_id = c.id and f.state <> 'lifted'
    where c.flagged_at is not f.flagged_at or (c.flag_reason is null) <> (f.id is null)
      or instr(c.flag_reason, f.note) = 0`)
  return rows
}

const steps = fc.array(
  fc.record({
    who: fc.constantFrom('sponsor', 'influencer'),
    subject: fc.constantFrom(...moderatedSubjects),
    act: fc.constantFrom('flag', 'appeal', 'keep', 'lift'),
    reason: fc.constantFrom(...flagReasonKeys),
  }),
  { minLength: 1, maxLength: 12 },
)

test('after any acts of admins and owners, what is flagged says so, and nothing else does', async () => {
  let now = Date.now()
  let flagged = 0
  await fc.assert(
    fc.asyncProperty(steps, async (acts) => {
      for (const { who, subject, act, reason } of acts) {
        now += 1_000
        const ids = {
          user: world[who].id,
          campaign: world.campaignId,
          ad_request: world.adRequestId,
          message: world.messageId,
        }
        const thing = thingOf({ subject, subjectId: ids[subject] })
        const context = { actor: world.admin.id as UserId, now, currency: 'USD', requestId: 'test' }
        const flaggable = await findFlaggable(db, thing, now)
        if (!flaggable) throw new Error(`There is no ${subject}.`)
        if (act === 'flag') {
          const saved = await saveFlag(
            db,
            flaggable,
            { reason, note: `Note ${now}`, internalNote: '' },
            context,
          )
          expect(saved.ok).toBe(flaggable.openFlag === null)
          flagged += saved.ok ? 1 : 0
        } else if (flaggable.openFlag) {
          await answer(flaggable.openFlag, act, context)
        }
      }
      expect(await differences()).toEqual([])
    }),
    { numRuns: 25 },
  )
  expect(flagged).toBeGreaterThan(10)
})

async function answer(
  id: FlagId,
  act: 'appeal' | 'keep' | 'lift',
  context: Parameters<typeof saveAppeal>[3],
) {
  const details = await findFlag(db, id)
  if (!details) throw new Error('The open flag is missing.')
  const { flag } = details
  if (act === 'appeal') {
    if (!appeal(flag, flag.ownerId).ok) return
    expect((await saveAppeal(db, flag, 'Please look again.', { ...context, actor: flag.ownerId })).ok).toBe(
      true,
    )
    return
  }
  const decision = act === 'keep' ? 'kept' : 'lifted'
  if (decide(flag, decision).ok) {
    expect((await saveDecision(db, flag, decision, 'Decided.', context)).ok).toBe(true)
  }
}
