import { expect } from 'vitest'
import { makePerson } from '../../support/people.ts'
import { addAfter, type Change, create, replace } from '../change.ts'

const folder = 'src/features/admin/mail'

/** The e-mails that should have been sent by now. */
export const adminTable: Change = {
  name: 'an admin table',
  begin: [
    addAfter('src/routes.ts', "    overview: route('/admin'),", "    mail: route('/admin/mail'),"),
    create(
      `${folder}/queries.ts`,
      `import { and, eq, lt, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { PAGE_SIZE } from '../../../platform/http/paging.ts'
import { users } from '../../accounts/schema.ts'
import { outbox } from '../../notifications/schema.ts'

export type LateEmail = Awaited<ReturnType<typeof selectLateEmails>>[number]

/** The states are those of the index \`outbox_due\`. */
export function selectLateEmails(db: Database, now: number) {
  return db.orm
    .select({ title: outbox.title, to: users.displayName, attempts: outbox.attempts, dueAt: outbox.dueAt })
    .from(outbox)
    .crossJoin(users)
    .where(
      and(sql\`state in ('pending', 'claimed', 'failed')\`, lt(outbox.dueAt, now), eq(users.id, outbox.userId)),
    )
    .orderBy(outbox.dueAt)
    .limit(PAGE_SIZE)
}
`,
    ),
    create(
      `${folder}/mail-page.tsx`,
      `import { type Column, Table } from '../../../ui/data/table.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { LateEmail } from './queries.ts'

export const MailPage = ({ emails }: { emails: readonly LateEmail[] }) => (
  <>
    <PageHeader title="Mail" />
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
import { MailPage } from './mail-page.tsx'
import { selectLateEmails } from './queries.ts'

export const mailRoutes = new Hono<AppEnv>()

mailRoutes.get(routes.admin.mail.pattern, async (c) => {
  const emails = await selectLateEmails(c.var.db, c.var.now)
  return renderPage(c, { title: 'Mail', page: <MailPage emails={emails} /> })
})
`,
    ),
  ],
  others: [
    replace(
      'src/features/admin/routes.tsx',
      'import { overviewRoutes }',
      "import { mailRoutes } from './mail/routes.tsx'\nimport { overviewRoutes }",
    ),
    addAfter(
      'src/features/admin/routes.tsx',
      "adminRoutes.route('/', overviewRoutes)",
      "adminRoutes.route('/', mailRoutes)",
    ),
    addAfter('test/route-table.ts', "  'GET /admin': 'sw0000+',", "  'GET /admin/mail': 'sw0000+',"),
    addAfter(
      'src/ui/layout/navigation.ts',
      "        { label: 'People', href: routes.admin.users.href() },",
      "        { label: 'Mail', href: routes.admin.mail.href() },",
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
    await browser.click('Mail')
    expect(browser.page.text).toMatch(/Not sent yet.*Your account is approved.*Nora Oduya/)
  },
}
