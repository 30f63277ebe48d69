import { expect } from 'vitest'
import { makePerson } from '../../support/people.ts'
import { addAfter, type Change, create, replace } from '../change.ts'

const folder = 'src/features/admin/queue'

/** The e-mails that should have been sent by now. */
export const adminTable: Change = {
  name: 'an admin table',
  begin: [
    addAfter('src/routes.ts', "    overview: route('/admin'),", "    queue: route('/admin/queue'),"),
    create(
      `${folder}/queries.ts`,
      `import { and, eq, lt, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { PAGE_SIZE } from '../../../platform/http/paging.ts'
import { users } from '../../accounts/schema.ts'
import { outbox } from '../../notifications/schema.ts'

export type LateEmail = Awaited<ReturnType<typeof selectLateEmails>>[number]

/** The channel and the states are those of the index \`outbox_due\`. */
export function selectLateEmails(db: Database, now: number) {
  return db.orm
    .select({ title: outbox.title, to: users.displayName, attempts: outbox.attempts, dueAt: outbox.dueAt })
    .from(outbox)
    .crossJoin(users)
    .where(
      and(
        sql\`channel = 'email' and state in ('pending', 'claimed', 'failed')\`,
        lt(outbox.dueAt, now),
        eq(users.id, outbox.userId),
      ),
    )
    .orderBy(outbox.dueAt)
    .limit(PAGE_SIZE)
}
`,
    ),
    create(
      `${folder}/queue-page.tsx`,
      `import { type Column, Table } from '../../../ui/data/table.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { LateEmail } from './queries.ts'

export const QueuePage = ({ emails }: { emails: readonly LateEmail[] }) => (
  <>
    <PageHeader title="Queue" />
    <Card>
      <Table caption="Not sent yet" showCaption columns={columns} rows={emails} />
    </Card>
  </>
)

const columns: readonly Column<LateEmail>[] = [
  { header: 'Subject', small: 'title', cell: ({ title }) => title },
  { header: 'To', cell: ({ to }) => to },
  { header: 'Attempts', align: 'end', cell: ({ attempts }) => attempts },
  { header: 'Due', align: 'end', cell: ({ dueAt }) => <Time at={dueAt} as="relative" /> },
]
`,
    ),
    create(
      `${folder}/routes.tsx`,
      `import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { QueuePage } from './queue-page.tsx'
import { selectLateEmails } from './queries.ts'

export const queueRoutes = new Hono<AppEnv>()

queueRoutes.get(routes.admin.queue.pattern, async (c) => {
  const emails = await selectLateEmails(c.var.db, c.var.now)
  return renderPage(c, { title: 'Queue', page: <QueuePage emails={emails} /> })
})
`,
    ),
  ],
  others: [
    replace(
      'src/features/admin/routes.tsx',
      'import { overviewRoutes }',
      "import { queueRoutes } from './queue/routes.tsx'\nimport { overviewRoutes }",
    ),
    addAfter(
      'src/features/admin/routes.tsx',
      "adminRoutes.route('/', overviewRoutes)",
      "adminRoutes.route('/', queueRoutes)",
    ),
    addAfter('test/route-table.ts', "  'GET /admin': 'sw0000+',", "  'GET /admin/queue': 'sw0000+',"),
    addAfter(
      'src/ui/layout/navigation.ts',
      "        { label: 'People', href: routes.admin.users.href() },",
      "        { label: 'Queue', href: routes.admin.queue.href() },",
    ),
  ],
  tests: ['test/route-table.test.ts', 'test/ui/navigation.test.ts', 'test/query-plans.test.ts'],

  async probe(app) {
    const sponsor = await makePerson(app, 'sponsor', { display_name: 'Nora Oduya' })
    await app.db.execute({
      sql: `insert into outbox (kind, subject, period, channel, user_id, title, body, path, due_at, created_at)
        values ('sponsor_approved', 'user:1', '1', 'email', ?, 'Your account is approved', '', '/home', 1, 1)`,
      args: [sponsor.id],
    })
    const { browser } = await makePerson(app, 'admin')
    await browser.get('/admin')
    await browser.click('Queue')
    expect(browser.page.text).toMatch(/Not sent yet.*Your account is approved.*Nora Oduya/)
  },
}
