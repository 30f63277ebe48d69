import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routeTable } from '../../../route-table.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, type Person } from '../../../support/people.ts'

interface Command {
  /** Makes what it needs, and returns the form that an admin would send. */
  readonly prepare: () => Promise<{ path: string; fields?: Record<string, string> }>
  /** What the audit log then says, as `subject.kind`. */
  readonly records: string
}

/** A POST that only shows a page, with what it shows. It must not write anything. */
interface Question extends Omit<Command, 'records'> {
  readonly records: null
}

let app: App
let admin: Person
beforeAll(async () => {
  app = await startApp()
  admin = await makePerson(app, 'admin')
})
afterAll(() => app.close())

/** Every POST of admins, used once in the right way. */
const commands: Readonly<Record<string, Command | Question>> = {
  'POST /admin/sponsors/:userId/approval': {
    records: 'user.approved',
    async prepare() {
      const { id } = await makePerson(app, 'sponsor', { status: 'pending' })
      return { path: `/admin/sponsors/${id}/approval`, fields: { version: '1' } }
    },
  },
  'POST /admin/sponsors/:userId/rejection': {
    records: 'user.rejected',
    async prepare() {
      const { id } = await makePerson(app, 'sponsor', { status: 'pending' })
      return { path: `/admin/sponsors/${id}/rejection`, fields: { version: '1', reason: 'No website.' } }
    },
  },
  'POST /admin/users/:userId/suspension': {
    records: 'user.suspended',
    async prepare() {
      const { id } = await makePerson(app, 'influencer')
      return { path: `/admin/users/${id}/suspension`, fields: { version: '1', reason: 'Spam.' } }
    },
  },
  'POST /admin/users/:userId/suspension/end': {
    records: 'user.suspension_ended',
    async prepare() {
      const { id } = await makePerson(app, 'influencer', { status: 'suspended' })
      return { path: `/admin/users/${id}/suspension/end`, fields: { version: '1' } }
    },
  },
  'POST /admin/jobs/:job/start': {
    records: 'job.started',
    prepare: async () => ({ path: '/admin/jobs/sweep/start' }),
  },
  'POST /admin/audit/verification': {
    records: 'audit_log.check_started',
    prepare: async () => ({ path: '/admin/audit/verification' }),
  },
  'POST /admin/mail/:messageId/retry': {
    records: 'outbox.retried',
    async prepare() {
      const { rows } = await app.db.execute({
        sql: `insert into outbox (kind, subject, period, channel, user_id, title, body, path, state, due_at, created_at)
          values ('ad_request_offer', 'ad_request:1', '1', 'sms', ?, 'x', '', '/home', 'dead', 1, 1) returning id`,
        args: [admin.id],
      })
      return { path: `/admin/mail/${rows[0]?.id}/retry` }
    },
  },
}

test('every POST of admins in the table of routes is below', () => {
  const posts = Object.keys(routeTable).filter((route) => route.startsWith('POST /admin'))
  const advice = 'Add the new command to test/features/admin/audit/every-command.test.ts'
  expect(Object.keys(commands).toSorted(), advice).toEqual(posts.toSorted())
})

describe.each(Object.entries(commands))('%s', (_, { prepare, records }) => {
  test(`records ${records ?? 'nothing, and changes nothing'}`, async () => {
    const { path, fields = {} } = await prepare()
    const before = await lastEvent()
    const response = await admin.browser.send(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: app.url },
    })
    await response.arrayBuffer()
    expect(response.status).toBe(records === null ? 200 : 303)
    const requestId = response.headers.get('X-Request-Id')
    const expected = records === null ? [] : [{ what: records, actor_id: admin.id, request_id: requestId }]
    expect(await auditedAfter(before)).toEqual(expected)
  })
})

async function lastEvent(): Promise<number> {
  const { rows } = await app.db.execute('select coalesce(max(id), 0) as id from events')
  return Number(rows[0]?.id)
}

async function auditedAfter(id: number) {
  const { rows } = await app.db.execute({
    sql: `select subject || '.' || kind as what, actor_id, request_id from events where audited and id > ?`,
    args: [id],
  })
  return rows.map((row) => ({ ...row }))
}
