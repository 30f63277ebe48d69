import { Hono } from 'hono'
import * as z from 'zod'
import { parseEnv } from '../../../src/env.ts'
import { openDatabase } from '../../../src/platform/db/database.ts'
import { parseForm } from '../../../src/platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../src/platform/http/context.ts'
import { id, params, query } from '../../../src/platform/http/validate.ts'
import { listState } from '../../../src/platform/list/state.ts'
import { listViewRoutes } from '../../../src/platform/list/view-routes.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { renderer } from '../../../src/ui/layout/renderer.tsx'
import { answerRow, refuseRow } from '../../../src/ui/list/answer-row.tsx'
import { showList } from '../../../src/ui/list/show-list.tsx'
import { startDatabase } from '../../support/database.ts'
import { Browser } from './browser.ts'
import { createThings, type Thing, thingList } from './thing-list.tsx'

const withState = query(listState(thingList.search))
const withId = params({ thingId: id<number>() })
const rejectionForm = z.object({ reason: z.string().min(1, 'Give a reason') })

/** An app with one list, over a real database. */
export async function startThingApp(rows: readonly Thing[]) {
  const { url, db, close } = await startDatabase()
  await db.client.batch(
    [
      ...createThings,
      ...rows.map(({ id, name, state, color, size, day }) => ({
        sql: 'insert into things values (?, ?, ?, ?, ?, ?)',
        args: [id, name, state, color, size, day],
      })),
    ],
    'write',
  )
  const app = new Hono<AppEnv>()
  const reads = { count: 0 }
  app.use(async (c, next) => {
    setUp(c, url, () => (reads.count += 1))
    await next()
  })
  app.use(renderer([]))
  app.route('/', listViewRoutes)
  app.get('/things', withState, (c) => showList(c, thingList, c.req.valid('query')))

  app.post('/things/:thingId/approval', withId, withState, async (c) => {
    const row = { id: c.req.valid('param').thingId, action: 'approval' }
    const isChanged = await answer(c, row.id, 'approved')
    if (isChanged) return answerRow(c, thingList, c.req.valid('query'), row)
    return refuseRow(c, thingList, c.req.valid('query'), { ...row, problem: 'It is not open any more.' })
  })
  app.post('/things/:thingId/rejection', withId, withState, async (c) => {
    const row = { id: c.req.valid('param').thingId, action: 'rejection' }
    const form = await parseForm(c, rejectionForm)
    if (!form.ok) return refuseRow(c, thingList, c.req.valid('query'), { ...row, form })
    await answer(c, row.id, 'rejected')
    return answerRow(c, thingList, c.req.valid('query'), row)
  })

  return { db, close, reads, browser: () => new Browser(app) }
}

function setUp(c: AppContext, url: string, onRead: () => void): void {
  c.set('env', parseEnv({ PUBLIC_URL: 'http://parley.test', TURSO_DATABASE_URL: url }))
  c.set('db', openDatabase({ TURSO_DATABASE_URL: url }, { onRead }))
  c.set('now', Date.parse('2026-11-27T10:00:00Z'))
  c.set('requestId', 'test')
  c.set('viewer', {
    id: 1 as UserId,
    username: 'ada',
    displayName: 'Ada',
    role: 'admin',
    status: 'active',
    timeZone: 'UTC',
    unconfirmedEmail: null,
    unreadNotifications: 0,
    awaitingReply: 2,
    openAbuseCases: 0,
  })
  // The real one reads the counts of the navigation again.
  c.set('reloadCounts', () => async () => {
    if (c.var.viewer) c.set('viewer', { ...c.var.viewer, awaitingReply: 1 })
  })
}

async function answer(c: AppContext, thingId: number, state: 'approved' | 'rejected'): Promise<boolean> {
  const { rowsAffected } = await c.var.db.client.execute({
    sql: "update things set state = ? where id = ? and state = 'open'",
    args: [state, thingId],
  })
  return rowsAffected === 1
}
