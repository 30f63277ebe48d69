import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@libsql/client/http'
import { buildClient } from '../../local/build.ts'
import { DEMO_PASSWORD, named } from '../../local/demo/accounts.ts'
import { loadDemo } from '../../local/demo.ts'
import { startLibsql } from '../../local/libsql/server.ts'
import { migrate } from '../../local/migrate.ts'
import { bundleWorker } from '../../local/worker/bundle.ts'
import { runWorker } from '../../local/worker/run-bundle.ts'
import { launchChromium } from './support/chromium.ts'

// `node test/e2e/readme-screenshot.ts` updates the README's screenshot: a request's page, as the demo's
// sponsor sees it when it is their turn.
const screenshot = fileURLToPath(new URL('../../docs/request.png', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'parley-screenshot-'))

await (await buildClient()).stop()
const { script } = await bundleWorker(join(folder, 'worker'))
const libsql = await startLibsql({ file: join(folder, 'parley.db') })
const db = createClient({ url: libsql.url })
await migrate(db)
await loadDemo(libsql.url, { now: Date.now() })
const vars = { PUBLIC_URL: 'http://localhost:8787', TURSO_DATABASE_URL: libsql.url }
const worker = await runWorker({ script, vars })
const browser = await launchChromium()

const page = await browser.newPage({
  baseURL: worker.url,
  viewport: { width: 1280, height: 1130 },
  colorScheme: 'light',
})
await page.goto('/sign-in')
await page.getByLabel('Username or e-mail').fill(named.sponsor.username)
await page.getByLabel('Password', { exact: false }).first().fill(DEMO_PASSWORD)
await page.getByRole('button', { name: 'Sign in' }).click()
await page.waitForURL('**/home')
await page.goto(`/ad-requests/${await requestOfMara()}`)
await mkdir(join(screenshot, '..'), { recursive: true })
await page.screenshot({ path: screenshot })

await browser.close()
await worker.close()
db.close()
await libsql.close()
await rm(folder, { recursive: true })

/** The demo request between the two named accounts that is waiting for the sponsor. */
async function requestOfMara(): Promise<number> {
  const { rows } = await db.execute({
    sql: `select r.id from ad_requests r join users i on i.id = r.influencer_id
      join campaigns c on c.id = r.campaign_id join users s on s.id = c.sponsor_id
      where i.username = ? and s.username = ? and c.name = 'Autumn Trail Boots'`,
    args: [named.influencer.username, named.sponsor.username],
  })
  return Number(rows[0]?.id)
}
