import { type Client, createClient } from '@libsql/client/http'
import { hashPassword } from '../src/features/accounts/passwords/passwords.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import type { UserId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { CliError } from './cli-error.ts'
import { DEMO_PASSWORD, named } from './demo/accounts.ts'
import { tellStory } from './demo/story.ts'
import type { DemoAccount } from './start/data-folder.ts'

/** Loads a story that ends at `now`. Returns accounts to sign in with. Throws a CliError if anyone but an admin is there. */
export async function loadDemo(url: string, { now }: { now: number }): Promise<{ accounts: DemoAccount[] }> {
  const client = createClient({ url })
  const { rows } = await client.execute("select 1 from users where role <> 'admin' limit 1")
  if (rows.length > 0) throw new CliError('The demo needs an empty database, but this one has people in it.')
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const { admin, isNew } = await findOrCreateAdmin(client, passwordHash, now)
  const db = openDatabase({ TURSO_DATABASE_URL: url })
  await tellStory({ db, admin, passwordHash, end: now })
  await client.batch(withoutCommand(now), 'write')
  client.close()
  const people = Object.values(named).filter(({ role }) => isNew || role !== 'admin')
  return { accounts: people.map(({ username, role }) => ({ role, username, password: DEMO_PASSWORD })) }
}

async function findOrCreateAdmin(client: Client, passwordHash: string, now: number) {
  const find = "select id from users where role = 'admin' order by id limit 1"
  const { username, email, displayName } = named.admin
  const insert = {
    sql: `insert into users (username, email, display_name, password_hash, role, status, created_at)
      select ?, ?, ?, ?, 'admin', 'active', ? where not exists (${find})`,
    args: [username, email, displayName, passwordHash, now - 420 * DAY],
  }
  const [inserted, found] = await client.batch([insert, find], 'write')
  return { admin: Number(found?.rows[0]?.id) as UserId, isNew: inserted?.rowsAffected === 1 }
}

/** Changes that have no command yet, or that only happen when somebody opens a page. */
function withoutCommand(now: number): string[] {
  return [
    `update collaborations set state = iif(campaign_id in (select id from campaigns where state = 'completed'),
      'completed', 'in_progress') where funding_due_at <= ${now}`,
    `update campaigns set paid = (select coalesce(sum(payment_amount), 0) from collaborations
      where campaign_id = campaigns.id and state = 'completed')`,
    `update campaign_goals set done_at = ${now - DAY} where position = 0 and campaign_id < 4`,
    `update users set last_seen_at = max(created_at, ${now - DAY} - id % 5 * ${8 * HOUR})`,
    `update notifications set read_at = created_at + ${HOUR} where created_at < ${now - 36 * HOUR}`,
    // The latest e-mails are sent when somebody signs in.
    `update outbox set state = 'sent', sent_at = created_at where created_at < ${now - 12 * HOUR}`,
  ]
}
