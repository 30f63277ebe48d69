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
      `${folder}/search.ts`,
      `import { defineSearch, type SearchOf } from '../../../platform/list/search.ts'

export const queueSearch = defineSearch({ filters: {}, sorts: { due: 'longest overdue first' } })

export type QueueSearch = SearchOf<typeof queueSearch>
`,
    ),
    create(
      `${folder}/queries.ts`,
      `import { and, eq, sql } from 'drizzle-orm'
import { countUpTo, cursorNumbers, type ListContext, type ListSource } from '../../../platform/list/source.ts'
import { users } from '../../accounts/schema.ts'
import { outbox } from '../../notifications/schema.ts'
import type { QueueSearch } from './search.ts'

export type LateEmail = Awaited<ReturnType<typeof selectLateEmails>>[number]

export const lateEmails: ListSource<LateEmail, QueueSearch> = {
  select: (context, _, after, limit) => selectLateEmails(context, after, limit),
  count: ({ db, now }) =>
    db.orm.select({ count: countUpTo(sql\`select 1 from \${outbox} where \${late(now)}\`) }).from(sql\`(select 1)\`),
  cursorOf: ({ dueAt, id }) => \`\${dueAt}_\${id}\`,
}

function selectLateEmails({ db, now }: ListContext, after: string | null, limit: number) {
  const [dueAt, id] = cursorNumbers(after, 2) ?? [0, 0]
  return db.orm
    .select({ id: outbox.id, title: outbox.title, to: users.displayName, attempts: outbox.attempts, dueAt: outbox.dueAt })
    .from(outbox)
    .crossJoin(users)
    .where(and(late(now), sql\`(\${outbox.dueAt}, \${outbox.id}) > (\${dueAt}, \${id})\`, eq(users.id, outbox.userId)))
    .orderBy(outbox.dueAt, outbox.id)
    .limit(limit)
}

/** The channel and the states are those of the index \`outbox_due\`. */
function late(now: number) {
  return sql\`channel = 'email' and state in ('pending', 'claimed', 'failed') and due_at < \${now}\`
}
`,
    ),
    create(
      `${folder}/queue-list.tsx`,
      `import { routes } from '../../../routes.ts'
import { defineList } from '../../../ui/list/list.ts'
import { Time } from '../../../ui/values/time.tsx'
import { lateEmails } from './queries.ts'
import { queueSearch } from './search.ts'

export const queueList = defineList({
  name: 'queue',
  title: 'Not sent yet',
  noun: ['e-mail', 'e-mails'],
  route: routes.admin.queue,
  search: queueSearch,
  source: lateEmails,
  rowId: ({ id }) => id,
  rowLabel: ({ title }) => title,
  empty: { title: 'Everything has been sent' },
  columns: [
    { key: 'subject', header: 'Subject', small: 'title', cell: ({ title }) => title },
    { key: 'to', header: 'To', cell: ({ to }) => to },
    { key: 'attempts', header: 'Attempts', align: 'end', cell: ({ attempts }) => attempts },
    { key: 'due', header: 'Due', align: 'end', cell: ({ dueAt }) => <Time at={dueAt} as="relative" /> },
  ],
})
`,
    ),
    create(
      `${folder}/routes.ts`,
      `import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import { showList } from '../../../ui/list/show-list.tsx'
import { queueList } from './queue-list.tsx'

export const queueRoutes = new Hono<AppEnv>()

queueRoutes.get(routes.admin.queue.pattern, query(listState(queueList.search)), (c) =>
  showList(c, queueList, c.req.valid('query')),
)
`,
    ),
  ],
  others: [
    replace(
      'src/features/admin/routes.tsx',
      'import { overviewRoutes }',
      "import { queueRoutes } from './queue/routes.ts'\nimport { overviewRoutes }",
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
