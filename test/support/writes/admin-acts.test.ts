import { expect, test } from 'vitest'
import { users } from '../../../src/features/accounts/schema.ts'
import { recordAdminAct, recordEvent } from '../../../src/features/activity/commands.ts'
import { mutation } from '../../../src/platform/db/write.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { type AdminPost, findUnrecorded } from './admin-acts.ts'

const by = { actor: 1 as UserId, now: 1, requestId: 'request-1' }
const suspended = { subject: 'user', subjectId: 7, kind: 'suspended' } as const
const change = mutation.update(users).set({ status: 'suspended' })
const seen = mutation.update(users).set({ lastSeenAt: 1 })
const act = recordAdminAct(suspended, by)

type Query = { toSQL(): { sql: string; params: unknown[] } }

function post(path: string, ...batches: Query[][]): AdminPost {
  return {
    path,
    requestId: 'request-1',
    batches: batches.map((batch) => ({
      statements: batch.map((one) => one.toSQL().sql),
      args: batch.map((one) => one.toSQL().params),
    })),
  }
}

test('an admin who changes something without recording it is found', () => {
  expect(findUnrecorded([post('/admin/users/7/suspension', [change])])).toEqual([
    expect.stringContaining('POST /admin/users/7/suspension changes something without recording it'),
  ])
})

test('an event for the audit log in the same batch is enough', () => {
  expect(findUnrecorded([post('/admin/users/7/suspension', [seen], [change, act])])).toEqual([])
})

test('an event in another batch, of another request, or for the timeline only is not enough', () => {
  const ofAnother = recordAdminAct(suspended, { ...by, requestId: 'request-2' })
  const forTimeline = recordEvent({ ...suspended, actor: by.actor, at: 1 })
  for (const batches of [[[change], [act]], [[change, ofAnother]], [[change, forTimeline]]])
    expect(findUnrecorded([post('/admin/users/7/suspension', ...batches)])).toHaveLength(1)
})

test('only where an admin starts a job may it write more than the act', () => {
  expect(findUnrecorded([post('/admin/jobs/sweep/start', [act], [change])])).toEqual([])
  expect(findUnrecorded([post('/admin/jobs/sweep/start', [change])])).toHaveLength(1)
  expect(findUnrecorded([post('/admin/jobs/sweep/starting', [act], [change])])).toHaveLength(1)
})
