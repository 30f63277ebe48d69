import fc from 'fast-check'
import { parseEnv } from '../../../src/env.ts'
import { endSuspensions } from '../../../src/features/accounts/suspension/end-suspension.ts'
import { saveDecision, saveFlag } from '../../../src/features/flags/commands.ts'
import { findFlaggable } from '../../../src/features/flags/flaggable.ts'
import { findFlag } from '../../../src/features/flags/queries.ts'
import { thingOf } from '../../../src/features/flags/subject.ts'
import { keepAccount, requestDeletion } from '../../../src/features/personal-data/deletion/commands.ts'
import { eraseDeletedAccounts } from '../../../src/features/personal-data/erase/erase-due.ts'
import { findState } from '../../../src/features/personal-data/queries.ts'
import type { FlagId, UserId } from '../../../src/shared/ids.ts'
import { DAY } from '../../../src/shared/time.ts'
import type { Step, World } from '../reports/random-history.ts'
import { contextOf, pick } from './pick.ts'

const env = parseEnv({ PUBLIC_URL: 'http://parley.test', TURSO_DATABASE_URL: 'http://libsql.test' })

const later = (days: number, sweep: typeof endSuspensions): Step => {
  return ({ database: { db }, now }) =>
    sweep({ db, env, now: now + days * DAY, clock: now + days * DAY }, null)
}

/** Flags, suspensions that end, and accounts that are deleted, by the commands that pages and the sweep call. */
export const moderation = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom('user', 'campaign', 'ad_request'), fc.nat()).map(flagged),
  },
  { weight: 2, arbitrary: fc.nat().map(unflagged) },
  { weight: 2, arbitrary: fc.constant(later(3, endSuspensions)) },
  { weight: 2, arbitrary: fc.nat().map(deletionRequested) },
  { weight: 1, arbitrary: fc.nat().map(accountKept) },
  { weight: 1, arbitrary: fc.constant(later(15, eraseDeletedAccounts)) },
)

const tableOf = {
  user: "users where role <> 'admin' and status <> 'deleted'",
  campaign: 'campaigns where 1',
  ad_request: 'ad_requests where 1',
} as const

function flagged([subject, n]: readonly [keyof typeof tableOf, number]): Step {
  return async (world) => {
    const { db } = world.database
    const subjectId = await pickId(world, tableOf[subject], n)
    const thing = subjectId && (await findFlaggable(db, thingOf({ subject, subjectId }), world.now))
    return thing && saveFlag(db, thing, { reason: 'spam', note: '', internalNote: '' }, contextOf(world))
  }
}

function unflagged(n: number): Step {
  return async (world) => {
    const { db } = world.database
    const id = await pickId(world, "flags where state <> 'lifted'", n)
    const found = id && (await findFlag(db, id as FlagId))
    return found && saveDecision(db, found.flag, 'lifted', 'A mistake', contextOf(world))
  }
}

function deletionRequested(n: number): Step {
  return async (world) => {
    const person = await pick(
      world,
      "users where role <> 'admin' and status not in ('deleting', 'deleted')",
      n,
    )
    return person && requestDeletion(world.database.db, person, contextOf(world), null)
  }
}

function accountKept(n: number): Step {
  return async (world) => {
    const { db } = world.database
    const id = await pickId(world, "users where status = 'deleting'", n)
    const deletion = id && (await findState(db, id as UserId, world.now)).deletion
    return deletion && keepAccount(db, deletion, contextOf(world))
  }
}

async function pickId({ database: { client } }: World, from: string, n: number): Promise<number | null> {
  const { rows } = await client.execute(`select id from ${from} order by id`)
  const row = rows[n % Math.max(rows.length, 1)]
  return row ? Number(row.id) : null
}
