import type { Client } from '@libsql/client/http'
import fc from 'fast-check'
import { parseEnv } from '../../../src/env.ts'
import { endSuspensions } from '../../../src/features/accounts/suspension/end-suspension.ts'
import type { BulkKindName } from '../../../src/features/bulk-actions/kinds.ts'
import { start } from '../../../src/features/bulk-actions/start.ts'
import { saveDecision, saveFlag } from '../../../src/features/flags/commands.ts'
import { findFlaggable } from '../../../src/features/flags/flaggable.ts'
import { findFlag } from '../../../src/features/flags/queries.ts'
import { thingOf } from '../../../src/features/flags/subject.ts'
import { keepAccount, requestDeletion } from '../../../src/features/personal-data/deletion/commands.ts'
import { eraseDeletedAccounts } from '../../../src/features/personal-data/erase/erase-due.ts'
import { findState } from '../../../src/features/personal-data/queries.ts'
import { answerName, saveApprovedProfile } from '../../../src/features/sponsors/renaming/commands.ts'
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
  { weight: 2, arbitrary: fc.nat().map((n) => deletionRequested(n)) },
  { weight: 1, arbitrary: fc.nat().map(accountKept) },
  { weight: 1, arbitrary: fc.constant(later(15, eraseDeletedAccounts)) },
  { weight: 2, arbitrary: fc.nat().map(renameRequested) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(), fc.boolean()).map(([n, yes]) => renameAnswered(n, yes)) },
  { weight: 2, arbitrary: fc.boolean().map(bulkAnswered) },
)

const DELETABLE = "users where role <> 'admin' and status not in ('deleting', 'deleted')"
const NEWCOMERS = `${DELETABLE} and username like 'person900%'`

/** New names, answers in bulk and deletions, each at least once: `newcomer` is a step by which a sponsor signs up. */
export function rareModeration(newcomer: (n: number) => Step): readonly Step[] {
  return [
    newcomer(9_001),
    bulkAnswered(true),
    newcomer(9_002),
    bulkAnswered(false),
    renameRequested(0),
    renameAnswered(0, true),
    renameRequested(1),
    renameAnswered(0, false),
    // The newcomers have no deals, which would stop a deletion.
    deletionRequested(0, NEWCOMERS),
    accountKept(0),
    deletionRequested(1, NEWCOMERS),
    later(15, eraseDeletedAccounts),
  ]
}

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

function deletionRequested(n: number, who = DELETABLE): Step {
  return async (world) => {
    const person = await pick(world, who, n)
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

function renameRequested(n: number): Step {
  return async (world) => {
    const sponsor = await pick(world, "users where role = 'sponsor' and status = 'active'", n)
    const profile = { companyName: `Renamed ${n} ${world.now}`, industry: 'Gear' }
    return (
      sponsor &&
      saveApprovedProfile(
        world.database.db,
        sponsor.id,
        { ...profile, annualBudget: null, website: null, about: '' },
        world.now,
      )
    )
  }
}

function renameAnswered(n: number, isApproved: boolean): Step {
  return async (world) => {
    const { db, client } = world.database
    const from = "users join sponsors on user_id = id where status = 'active' and requested_name is not null"
    const sponsor = await pick(world, from, n)
    if (!sponsor) return null
    const { rows } = await client.execute(`select requested_name from sponsors where user_id = ${sponsor.id}`)
    const name = String(rows[0]?.requested_name)
    const answer = isApproved
      ? ({ kind: 'approved' } as const)
      : ({ kind: 'rejected', reason: 'No' } as const)
    return answerName(db, { ...sponsor, requestedName: name }, answer, contextOf(world))
  }
}

/** All who wait, as an admin answers them from the list. */
function bulkAnswered(isApproved: boolean): Step {
  return async (world) => {
    const { db, client } = world.database
    const { rows } = await client.execute(
      "select id from users where role = 'sponsor' and status = 'pending'",
    )
    if (rows.length === 0) return null
    const kind: BulkKindName = isApproved ? 'sponsor_approval' : 'sponsor_rejection'
    const scope = { ids: rows.map(({ id }) => Number(id)) }
    const fields: Record<string, string> = isApproved ? {} : { reason: 'No' }
    const wanted = { kind, scope, seenAt: world.now + DAY, fields, total: rows.length }
    return start(db, env, wanted, contextOf(world, await adminOf(client)))
  }
}

async function adminOf(client: Client): Promise<UserId> {
  const { rows } = await client.execute("select id from users where role = 'admin' limit 1")
  if (rows[0]) return Number(rows[0].id) as UserId
  const made =
    await client.execute(`insert into users (username, email, display_name, password_hash, role, status, created_at)
    values ('ada', 'ada@example.com', 'Ada', '', 'admin', 'active', 1) returning id`)
  return Number(made.rows[0]?.id) as UserId
}

async function pickId({ database: { client } }: World, from: string, n: number): Promise<number | null> {
  const { rows } = await client.execute(`select id from ${from} order by id`)
  const row = rows[n % Math.max(rows.length, 1)]
  return row ? Number(row.id) : null
}
