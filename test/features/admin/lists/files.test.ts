import { afterAll, beforeAll, expect, it } from 'vitest'
import { named } from '../../../../local/demo/accounts.ts'
import { loadDemo } from '../../../../local/demo.ts'
import { rowsOf } from '../../../e2e/support/downloads.ts'
import { type App, startApp } from '../../../support/app.ts'
import { signedIn } from '../../../support/people.ts'
import { withoutMail } from '../../../support/round-trips.ts'
import type { Visitor } from '../../../support/visitor.ts'

let app: App
let admin: Visitor
beforeAll(async () => {
  app = await startApp(withoutMail)
  await loadDemo(app.libsql.url, { now: Date.now() })
  const { rows } = await app.db.execute({
    sql: 'select id from users where username = ?',
    args: [named.admin.username],
  })
  admin = await signedIn(app, Number(rows[0]?.id))
})
afterAll(() => app.close())

it.each([
  '/admin/users?',
  '/admin/sponsors?status=all',
  '/admin/campaigns?',
  '/admin/ad-requests?',
  '/admin/flags?state=all',
  '/admin/abuse-reports?',
  '/admin/audit?',
])('the file of %s has whatever the list says of the names of its rows', async (path) => {
  const { document } = await admin.get(path)
  const rows = [...document.querySelectorAll('tbody tr')]
  expect(rows.length).toBeGreaterThan(0)
  const file = await admin.send(`${path}&format=csv`)
  const records = rowsOf(Buffer.from(await file.arrayBuffer()))
  for (const [index, row] of rows.entries()) {
    const values = Object.values(records[index] ?? {}).join(' | ')
    const title = row.querySelector('th[scope=row]')
    for (const avatar of title?.querySelectorAll('.avatar') ?? []) avatar.remove()
    const text = title?.innerHTML.replaceAll(/<[^>]*>/g, ' ') ?? ''
    const words = text.split(/[\s@·]+/).filter((word) => /^\p{L}{3,}$/u.test(word))
    expect(words.length).toBeGreaterThan(0)
    const missing = words.filter((word) => !values.includes(word) && !explaining.has(word))
    expect(missing, `${text} is not in ${values}`).toEqual([])
  }
})

/** Words around the names. */
const explaining = new Set(['asks', 'for', 'the', 'name'])
