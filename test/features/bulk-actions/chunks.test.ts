import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseEnv } from '../../../src/env.ts'
import { CHUNK } from '../../../src/features/bulk-actions/bulk-action.ts'
import { runChunks } from '../../../src/features/bulk-actions/chunk/run-chunks.ts'
import {
  resumeBulkAction,
  startBulkAction,
  stopBulkAction,
} from '../../../src/features/bulk-actions/commands.ts'
import { runBulkActions } from '../../../src/features/bulk-actions/job.ts'
import type { BulkKindName } from '../../../src/features/bulk-actions/kinds.ts'
import { findBulkAction } from '../../../src/features/bulk-actions/queries.ts'
import { cursorOf } from '../../../src/features/bulk-actions/queue.ts'
import type { BulkAction } from '../../../src/features/bulk-actions/schema.ts'
import { start } from '../../../src/features/bulk-actions/start.ts'
import type { JobContext } from '../../../src/platform/queue/job.ts'
import type { ActionContext } from '../../../src/shared/action-context.ts'
import type { BulkActionId, UserId } from '../../../src/shared/ids.ts'
import { startDatabase } from '../../support/database.ts'
import { addWaiting, summaryOf, tracesOf } from './setup.ts'

const NOW = 1_760_000_000_000
const ADA = 1 as UserId
const BO = 2 as UserId

let fixture: Awaited<ReturnType<typeof startDatabase>>
let job: JobContext
beforeAll(async () => {
  fixture = await startDatabase()
  const env = parseEnv({
    PUBLIC_URL: 'https://parley.example',
    APP_SECRET: 'a secret of 32 characters or more',
    TURSO_DATABASE_URL: 'http://localhost',
  })
  job = { db: fixture.db, env, now: NOW, clock: NOW }
  await fixture.db.client.batch(
    [ADA, BO].map((id) => ({
      sql: `insert into users (id, username, email, display_name, password_hash, role, status, created_at)
        values (?, 'admin' || ?, 'admin' || ? || '@example.com', 'Admin', '', 'admin', 'active', 1)`,
      args: [id, id, id],
    })),
  )
})
afterAll(() => fixture.close())

let ids: number[]
/** More than two chunks. */
const ROWS = 2 * CHUNK + 20
beforeEach(async () => {
  const { client } = fixture.db
  await client.execute(`update users set status = 'active' where role = 'admin'`)
  await client.execute(`update users set status = 'rejected' where status = 'pending'`)
  ids = await addWaiting(client, ROWS)
})

let made = 0

function contextOf(actor: UserId): ActionContext {
  made += 1
  return { actor, now: NOW, currency: 'USD', requestId: `request-${made}` }
}

function wanted(kind: BulkKindName = 'sponsor_approval', scope: BulkAction['scope'] = { allMatching: '' }) {
  made += 1
  const fields: Record<string, string> = kind === 'sponsor_rejection' ? { reason: 'Who are you?' } : {}
  return { kind, scope, seenAt: NOW, fields, total: ROWS }
}

async function begin(by = ADA, what = wanted()): Promise<BulkAction> {
  return stored((await startBulkAction(fixture.db, what, contextOf(by))).id)
}

async function stored(id: BulkActionId): Promise<BulkAction> {
  const action = await findBulkAction(fixture.db, id)
  if (!action) throw new Error('It is gone.')
  return action
}

const run = (action: BulkAction, max = 100) =>
  runChunks({ db: fixture.db, now: NOW, currency: 'USD' }, action, max)

/** Delivers the messages of an action until there is no further one. */
async function deliverAll(action: BulkAction): Promise<void> {
  let cursor: string | null = cursorOf(action)
  while (cursor !== null) cursor = (await runBulkActions(job, cursor)).cursor
}

const allOnce = () => summaryOf(fixture.db.client, ids)

describe('a bulk action', () => {
  it('changes each row once, with one event and one notification', async () => {
    const action = await begin()
    await deliverAll(action)
    expect(await allOnce()).toEqual({ 'active 1 1 1': ROWS })
    expect(await stored(action.id)).toMatchObject({ state: 'done', changed: ROWS, skipped: 0, failed: 0 })
    const { rows } = await fixture.db.client.execute({
      sql: 'select distinct actor_id, request_id from events where subject_id = ? and kind = ?',
      args: [ids[70] ?? 0, 'approved'],
    })
    expect(rows).toEqual([{ actor_id: ADA, request_id: action.requestId }])
  })

  it('does nothing again if a message is delivered twice, and still has the next chunks queued', async () => {
    const action = await begin()
    const { action: moved } = await run(action, 1)
    const again = await runBulkActions(job, cursorOf(action))
    expect(again).toMatchObject({ handled: 0, cursor: cursorOf(moved) })
    expect(await stored(action.id)).toEqual(moved)
    await deliverAll(moved)
    expect(await allOnce()).toEqual({ 'active 1 1 1': ROWS })
  })

  it('changes each row once if five Workers carry it out at once', async () => {
    const action = await begin()
    await Promise.all(Array.from({ length: 5 }, () => run(action)))
    // One of them was ahead. Whoever lost a chunk has left the rest to it.
    await deliverAll(await stored(action.id))
    expect(await allOnce()).toEqual({ 'active 1 1 1': ROWS })
    expect(await stored(action.id)).toMatchObject({ state: 'done', changed: ROWS, skipped: 0 })
  })

  it('leaves out rows that came or changed after the admin saw the list', async () => {
    const { client } = fixture.db
    const [resubmitted = 0, edited = 0] = ids
    await client.batch([
      { sql: 'update sponsors set submitted_at = ? where user_id = ?', args: [NOW + 1, resubmitted] },
      { sql: 'update sponsors set profile_changed_at = ? where user_id = ?', args: [NOW + 1, edited] },
    ])
    const action = await begin()
    await deliverAll(action)
    expect(await stored(action.id)).toMatchObject({ state: 'done', changed: ROWS - 2, skipped: 1 })
    expect(await leftBy(action)).toEqual([
      { row_id: edited, outcome: 'skipped', reason: 'Changed their profile after you opened the list' },
    ])
  })

  it('is carried out at once if it is small, and waits for its chunks if it is not', async () => {
    const context = contextOf(ADA)
    const large = await start(fixture.db, job.env, wanted(), context)
    expect(large).toEqual(await stored(large.id))
    expect(large).toMatchObject({ state: 'running', changed: 0 })
    const small = { ...wanted('sponsor_approval', { ids: ids.slice(0, 3) }), total: 3 }
    const done = await start(fixture.db, job.env, small, context)
    expect(done).toMatchObject({ state: 'done', changed: 3 })
    expect(await summaryOf(fixture.db.client, ids.slice(0, 3))).toEqual({ 'active 1 1 1': 3 })
  })
})

async function leftBy({ id }: BulkAction) {
  const { rows } = await fixture.db.client.execute({
    sql: 'select row_id, outcome, reason from bulk_action_rows where action_id = ? order by row_id',
    args: [id],
  })
  return rows
}

describe('stopped midway', () => {
  it('changes no further row until it is resumed, and then each of the others once', async () => {
    const action = await begin()
    const { action: moved } = await run(action, 1)
    expect((await stopBulkAction(fixture.db, moved, 'Stopped by Ada.', contextOf(ADA))).ok).toBe(true)
    // A message that was on its way.
    expect(await runBulkActions(job, cursorOf(moved))).toMatchObject({ handled: 0, cursor: null })
    expect(await allOnce()).toEqual({ 'active 1 1 1': CHUNK, 'pending 0 0 0': ROWS - CHUNK })

    expect((await resumeBulkAction(fixture.db, moved, contextOf(BO))).ok).toBe(true)
    await deliverAll(await stored(action.id))
    expect(await allOnce()).toEqual({ 'active 1 1 1': ROWS })
    const { rows } = await fixture.db.client.execute({
      sql: `select actor_id, count(*) as n from events where kind = 'approved' and subject_id >= ? group by 1 order by 1`,
      args: [ids[0] ?? 0],
    })
    expect(rows).toEqual([
      { actor_id: ADA, n: CHUNK },
      { actor_id: BO, n: ROWS - CHUNK },
    ])
  })

  it('undoes a chunk that was being carried out', async () => {
    const action = await begin()
    await stopBulkAction(fixture.db, action, 'Stopped by Bo.', contextOf(BO))
    // It was read while it was running.
    const { isOurs, action: after } = await run(action)
    expect(isOurs).toBe(false)
    expect(after).toMatchObject({ state: 'stopped', stopReason: 'Stopped by Bo.', changed: 0 })
    expect(await allOnce()).toEqual({ 'pending 0 0 0': ROWS })
  })

  it('cannot be stopped when it is done, nor resumed while it runs', async () => {
    const action = await begin()
    expect((await resumeBulkAction(fixture.db, action, contextOf(ADA))).ok).toBe(false)
    await deliverAll(action)
    expect((await stopBulkAction(fixture.db, action, 'Too late.', contextOf(ADA))).ok).toBe(false)
  })

  it.each([
    ['was suspended', `status = 'suspended'`],
    ['is no admin any more', `role = 'influencer'`],
  ])('stops by itself if its admin %s', async (_, change) => {
    const action = await begin(BO)
    const { action: moved } = await run(action, 1)
    await fixture.db.client.execute(`update users set ${change} where id = ${BO}`)
    await deliverAll(moved)
    expect(await stored(action.id)).toMatchObject({
      state: 'stopped',
      stopReason: 'The admin whose action this is can no longer act.',
      changed: CHUNK,
    })
    expect(await allOnce()).toEqual({ 'active 1 1 1': CHUNK, 'pending 0 0 0': ROWS - CHUNK })
    await fixture.db.client.execute(`update users set role = 'admin', status = 'active' where id = ${BO}`)
  })
})

describe('two admins', () => {
  it('with overlapping actions change each row once, and skip what the other has done', async () => {
    const ada = await begin(ADA)
    const overlapping = { ids: ids.slice(30, 90) }
    const bo = await begin(BO, wanted('sponsor_rejection', overlapping))
    await Promise.all([deliverAll(ada), deliverAll(bo)])

    const traces = await tracesOf(fixture.db.client, ids)
    expect(traces.every((one) => one.traces === '1 1 1')).toBe(true)
    const [adaAfter, boAfter] = [await stored(ada.id), await stored(bo.id)]
    expect([adaAfter.state, boAfter.state]).toEqual(['done', 'done'])
    expect(adaAfter.changed + boAfter.changed).toBe(ROWS)
    expect(boAfter.changed + boAfter.skipped).toBe(60)
    const reasons = new Set((await leftBy(boAfter)).map(({ reason }) => reason))
    if (boAfter.skipped > 0) expect([...reasons]).toEqual(['Already approved'])
  })

  it('in turn: the second one skips everything and says why', async () => {
    await deliverAll(await begin(ADA))
    const bo = await begin(BO, wanted('sponsor_rejection', { ids }))
    await deliverAll(bo)
    expect(await stored(bo.id)).toMatchObject({ state: 'done', changed: 0, skipped: ROWS })
    expect((await leftBy(bo))[0]).toMatchObject({ outcome: 'skipped', reason: 'Already approved' })
    expect(await allOnce()).toEqual({ 'active 1 1 1': ROWS })
  })
})

describe('rows that cannot be changed', () => {
  it('do not stop the others, and are listed with the error', async () => {
    const broken = [ids[0] ?? 0, ids[60] ?? 0, ids[ROWS - 1] ?? 0]
    await fixture.db.client.execute(`create trigger broken before update of status on users
      when old.id in (${broken.join()}) begin select raise(abort, 'a broken row'); end`)
    try {
      const action = await begin()
      await deliverAll(action)
      const after = await stored(action.id)
      expect(after).toMatchObject({ state: 'done', changed: ROWS - 3, failed: 3 })
      expect(after.error).toContain('a broken row')
      expect((await leftBy(action)).map(({ row_id, outcome }) => [row_id, outcome])).toEqual(
        broken.map((id) => [id, 'failed']),
      )
      expect(await allOnce()).toEqual({ 'active 1 1 1': ROWS - 3, 'pending 0 0 0': 3 })
    } finally {
      await fixture.db.client.execute('drop trigger broken')
    }
  })
})
