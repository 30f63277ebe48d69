import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routeTable } from '../../../route-table.ts'
import { invite } from '../../../support/ad-requests.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { switchOn } from '../../accounts/two-factor/authenticator.ts'

interface Command {
  /** Makes what it needs, and returns the form that an admin would send. */
  readonly prepare: () => Promise<{ path: string; fields?: Record<string, string> }>
  /** What the audit log then says, as `subject.kind`, or several with `and`. */
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
      return {
        path: `/admin/users/${id}/suspension`,
        fields: { version: '1', length: 'week', reason: 'Spam.' },
      }
    },
  },
  'POST /admin/users/:userId/suspension/change': {
    records: 'user.suspension_changed',
    async prepare() {
      const { id } = await makePerson(app, 'influencer', { status: 'suspended' })
      const fields = { version: '1', length: 'month', reason: 'More spam.' }
      return { path: `/admin/users/${id}/suspension/change`, fields }
    },
  },
  'POST /admin/users/:userId/suspension/end': {
    records: 'user.suspension_ended',
    async prepare() {
      const { id } = await makePerson(app, 'influencer', { status: 'suspended' })
      return { path: `/admin/users/${id}/suspension/end`, fields: { version: '1' } }
    },
  },
  'POST /admin/users/:userId/sessions/end': {
    records: 'user.sessions_ended',
    async prepare() {
      const { id } = await makePerson(app, 'influencer')
      return {
        path: `/admin/users/${id}/sessions/end`,
        fields: { sessions_reason: 'They lost their phone.' },
      }
    },
  },
  'POST /admin/users/:userId/two-factor/removal': {
    records: 'user.two_factor_removed',
    async prepare() {
      const { id } = await makePerson(app, 'influencer')
      await switchOn(app, id)
      const fields = { two_factor_reason: 'We talked on the phone.' }
      return { path: `/admin/users/${id}/two-factor/removal`, fields }
    },
  },
  'POST /admin/abuse-reports/:caseId/assignment': {
    records: 'abuse_case.assigned',
    prepare: async () => ({
      path: `/admin/abuse-reports/${await makeCase()}/assignment`,
      fields: { seen: '', assignee: String(admin.id) },
    }),
  },
  'POST /admin/abuse-reports/:caseId/assignment/own': {
    records: 'abuse_case.assigned',
    prepare: async () => ({ path: `/admin/abuse-reports/${await makeCase()}/assignment/own` }),
  },
  'POST /admin/abuse-reports/:caseId/assignment/end': {
    records: 'abuse_case.released',
    prepare: async () => ({
      path: `/admin/abuse-reports/${await makeCase({ assigneeId: admin.id })}/assignment/end`,
      fields: { seen: String(admin.id) },
    }),
  },
  'POST /admin/abuse-reports/:caseId/dismissal': {
    records: 'abuse_case.dismissed',
    prepare: async () => ({
      path: `/admin/abuse-reports/${await makeCase()}/dismissal`,
      fields: { version: '1', dismissal_reason: 'not_enough' },
    }),
  },
  'POST /admin/abuse-reports/:caseId/upholding': {
    records: 'abuse_case.upheld and user.warned',
    prepare: async () => ({
      path: `/admin/abuse-reports/${await makeCase()}/upholding`,
      fields: { version: '1', measure: 'warning', message: 'Please change it.' },
    }),
  },
  'POST /admin/abuse-reports/:caseId/bad-faith/:reportId': {
    records: 'abuse_case.marked_abusive',
    async prepare() {
      const caseId = await makeCase()
      return { path: `/admin/abuse-reports/${caseId}/bad-faith/${await makeReport(caseId, 'open')}` }
    },
  },
  'POST /admin/abuse-reports/:caseId/bad-faith/:reportId/end': {
    records: 'abuse_case.unmarked_abusive',
    async prepare() {
      const caseId = await makeCase()
      return { path: `/admin/abuse-reports/${caseId}/bad-faith/${await makeReport(caseId, 'abusive')}/end` }
    },
  },
  'POST /admin/users/:userId/data/exports': {
    records: 'user.data_requested',
    async prepare() {
      const { id } = await makePerson(app, 'influencer')
      return { path: `/admin/users/${id}/data/exports` }
    },
  },
  'POST /admin/users/:userId/deletion': {
    records: 'user.deletion_requested',
    async prepare() {
      const { id } = await makePerson(app, 'influencer')
      return { path: `/admin/users/${id}/deletion`, fields: { version: '1' } }
    },
  },
  'POST /admin/users/:userId/deletion/end': {
    records: 'user.deletion_stopped',
    prepare: async () => ({
      path: `/admin/users/${await makeDeleting()}/deletion/end`,
      fields: { version: '2' },
    }),
  },
  'POST /admin/flags': {
    records: 'user.flagged',
    async prepare() {
      const { id } = await makePerson(app, 'influencer')
      return {
        path: '/admin/flags',
        fields: {
          subject: 'user',
          subject_id: String(id),
          flag_reason: 'spam',
          reason: '',
          internal_note: '',
        },
      }
    },
  },
  'POST /admin/flags/:flagId/decision': {
    records: 'user.unflagged',
    prepare: async () => ({
      path: `${await makeFlag()}/decision`,
      fields: { version: '1', decision: 'lifted', reason: 'It was a mistake.' },
    }),
  },
  'POST /admin/flags/:flagId/answer': {
    records: 'user.flag_kept',
    prepare: async () => ({
      path: `${await makeFlag('I did nothing wrong.')}/answer`,
      fields: { version: '1', decision: 'kept', reason: 'It is still there.' },
    }),
  },
  'POST /admin/flags/:flagId/removal': {
    records: 'user.unflagged',
    prepare: async () => ({
      path: `${await makeFlag()}/removal`,
      fields: { version: '1', decision: 'lifted', reason: 'It was a mistake.' },
    }),
  },
  'POST /admin/users/:userId/suspension/removal': {
    records: 'user.suspension_ended',
    async prepare() {
      const { id } = await makePerson(app, 'influencer', { status: 'suspended' })
      return { path: `/admin/users/${id}/suspension/removal`, fields: { version: '1' } }
    },
  },
  'POST /admin/users/:userId/flag/removal': {
    records: 'user.unflagged',
    async prepare() {
      const { id } = await makePerson(app, 'influencer')
      return liftIn(`/admin/users/${id}`, 'user', id, id)
    },
  },
  'POST /admin/campaigns/:campaignId/flag/removal': {
    records: 'campaign.unflagged',
    async prepare() {
      const sponsor = await makePerson(app, 'sponsor')
      const id = await makeCampaign(app, sponsor)
      return liftIn(`/admin/campaigns/${id}`, 'campaign', id, sponsor.id)
    },
  },
  'POST /admin/ad-requests/:adRequestId/flag/removal': {
    records: 'ad_request.unflagged',
    async prepare() {
      const sponsor = await makePerson(app, 'sponsor')
      const id = await invite(
        app,
        sponsor,
        await makePerson(app, 'influencer'),
        await makeCampaign(app, sponsor),
      )
      return liftIn(`/admin/ad-requests/${id}`, 'ad_request', id, sponsor.id)
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
  'POST /admin/sponsors/:userId/name/approval': {
    records: 'user.name_approved',
    prepare: async () => ({
      path: `${await makeRenamed()}/approval`,
      fields: { version: '1', requested_name: 'New' },
    }),
  },
  'POST /admin/sponsors/:userId/name/rejection': {
    records: 'user.name_rejected',
    prepare: async () => ({
      path: `${await makeRenamed()}/rejection`,
      fields: { version: '1', requested_name: 'New', reason: 'No.' },
    }),
  },
  // Its only row is left out. Rows that are changed have events too: see test/features/bulk-actions.
  'POST /admin/bulk-actions': {
    records: 'bulk_action.started',
    async prepare() {
      const { id } = await makePerson(app, 'sponsor')
      return { path: '/admin/bulk-actions', fields: { kind: 'sponsor_approval', selected: String(id) } }
    },
  },
  'POST /admin/bulk-actions/:bulkActionId/stop': {
    records: 'bulk_action.stopped',
    prepare: async () => ({ path: `${await makeBulkAction('running')}/stop` }),
  },
  'POST /admin/bulk-actions/:bulkActionId/resumption': {
    records: 'bulk_action.resumed',
    prepare: async () => ({ path: `${await makeBulkAction('stopped')}/resumption` }),
  },
  'POST /admin/bulk-actions/:bulkActionId/chunks': {
    records: 'user.approved',
    async prepare() {
      const { id } = await makePerson(app, 'sponsor', { status: 'pending' })
      return { path: `${await makeBulkAction('running', [id])}/chunks` }
    },
  },
  'POST /admin/reason-templates': {
    records: 'reason_template.added',
    prepare: async () => ({
      path: '/admin/reason-templates',
      fields: { purpose: 'flag', title: 'Spam', text: 'It is spam.' },
    }),
  },
  'POST /admin/reason-templates/:reasonTemplateId': {
    records: 'reason_template.edited',
    prepare: async () => ({ path: await makeTemplate(), fields: { version: '1', title: 'y', text: 'y' } }),
  },
  'POST /admin/reason-templates/:reasonTemplateId/position': {
    records: 'reason_template.moved',
    prepare: async () => {
      await makeTemplate()
      return { path: `${await makeTemplate()}/position`, fields: { direction: 'up' } }
    },
  },
  'POST /admin/reason-templates/:reasonTemplateId/retirement': {
    records: 'reason_template.retired',
    prepare: async () => ({ path: `${await makeTemplate()}/retirement` }),
  },
  'POST /admin/reason-templates/:reasonTemplateId/retirement/end': {
    records: 'reason_template.restored',
    prepare: async () => ({ path: `${await makeTemplate(1)}/retirement/end` }),
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

/** Somebody whose account an admin is deleting. */
async function makeDeleting(): Promise<number> {
  const { id } = await makePerson(app, 'influencer')
  await admin.browser.post(`/admin/users/${id}/deletion`, { version: '1' })
  return id
}

/** A flagged influencer, who has appealed if there is a text. */
/** A flag that is lifted from the row of a list. */
async function liftIn(path: string, subject: string, subjectId: number, ownerId: number) {
  const { rows } = await app.db.execute({
    sql: `insert into flags (subject, subject_id, title, owner_id, reason, flagged_by, flagged_at)
      values (?, ?, 'It', ?, 'spam', ?, 1) returning id`,
    args: [subject, subjectId, ownerId, admin.id],
  })
  const fields = { flag_id: String(rows[0]?.id), version: '1', reason: 'It was a mistake.' }
  return { path: `${path}/flag/removal`, fields }
}

async function makeFlag(appeal: string | null = null): Promise<string> {
  const { id } = await makePerson(app, 'influencer')
  const { rows } = await app.db.execute({
    sql: `insert into flags (subject, subject_id, title, owner_id, reason, flagged_by, flagged_at, state, appeal, appealed_at)
      values ('user', ?1, 'x', ?1, 'spam', ?2, 1, iif(?3 is null, 'open', 'appealed'), ?3, iif(?3 is null, null, 1)) returning id`,
    args: [id, admin.id, appeal],
  })
  await app.db.execute({
    sql: "update influencers set flagged_at = 1, flag_reason = 'x' where user_id = ?",
    args: [id],
  })
  return `/admin/flags/${rows[0]?.id}`
}

/** A bulk action that was started a moment ago. */
async function makeBulkAction(state: string, ids: readonly number[] = []): Promise<string> {
  const { rows } = await app.db.execute({
    sql: `insert into bulk_actions (kind, scope, seen_at, fields, total, started_by, actor_id, request_id, state, started_at, moved_at)
      values ('sponsor_approval', ?1, ?2, '{}', 1, ?3, ?3, 'another', ?4, ?2, ?2) returning id`,
    args: [JSON.stringify({ ids }), Date.now(), admin.id, state],
  })
  return `/admin/bulk-actions/${rows[0]?.id}`
}

async function makeTemplate(retiredAt: number | null = null): Promise<string> {
  const { rows } = await app.db.execute({
    sql: `insert into reason_templates (purpose, title, text, position, retired_at)
      select 'flag', 'x', 'x', count(*) + 1, ? from reason_templates returning id`,
    args: [retiredAt],
  })
  return `/admin/reason-templates/${rows[0]?.id}`
}

async function makeRenamed(): Promise<string> {
  const { id } = await makePerson(app, 'sponsor')
  await app.db.execute({
    sql: "update sponsors set requested_name = 'New', requested_name_key = 'new', name_requested_at = 1 where user_id = ?",
    args: [id],
  })
  return `/admin/sponsors/${id}/name`
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
    const whats = records === null ? [] : records.split(' and ')
    const expected = whats.map((what) => ({ what, actor_id: admin.id, request_id: requestId }))
    expect(await auditedAfter(before)).toEqual(expected)
  })
})

async function makeCase({ assigneeId = null }: { assigneeId?: number | null } = {}): Promise<number> {
  const owner = await makePerson(app, 'influencer')
  const { rows } = await app.db.execute({
    sql: `insert into abuse_cases (subject, subject_id, owner_id, title, excerpt, path, opened_at, reported_at, assignee_id, assigned_at)
      values ('user', ?, ?, 'x', '', '/home', 1, 1, ?, ?) returning id`,
    args: [owner.id, owner.id, assigneeId, assigneeId && 1],
  })
  return Number(rows[0]?.id)
}

async function makeReport(caseId: number, outcome: 'open' | 'abusive'): Promise<number> {
  const reporter = await makePerson(app, 'influencer')
  const { rows } = await app.db.execute({
    sql: `insert into abuse_reports (case_id, reporter_id, reason, prose, outcome, decided_at, created_at)
      values (?, ?, 'spam', '', ?, ?, 1) returning id`,
    args: [caseId, reporter.id, outcome, outcome === 'open' ? null : 1],
  })
  return Number(rows[0]?.id)
}

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
