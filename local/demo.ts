import { type Client, createClient, type InStatement } from '@libsql/client/http'
import { hashPassword } from '../src/features/accounts/passwords/passwords.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import type { UserId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { CliError } from './cli-error.ts'
import { DEMO_PASSWORD, named } from './demo/accounts.ts'
import { Story } from './demo/story.ts'
import type { DemoAccount } from './start/data-folder.ts'

/**
 * Fills a database that has its tables and at most an admin. `now` is the moment at which the story ends. Returns the
 * accounts to sign in with; an admin who was there keeps their password. Throws a CliError if there are other people.
 */
export async function loadDemo(url: string, { now }: { now: number }): Promise<{ accounts: DemoAccount[] }> {
  const client = createClient({ url })
  try {
    const { rows } = await client.execute("select 1 from users where role <> 'admin' limit 1")
    if (rows.length > 0)
      throw new CliError('The demo is for an empty database, and this one has people in it.')
    const passwordHash = await hashPassword(DEMO_PASSWORD)
    const admin = await findOrMakeAdmin(client, passwordHash, now)
    await new Story(openDatabase({ TURSO_DATABASE_URL: url }), admin.id, now).tell(passwordHash)
    await client.batch(whatHasNoCommandYet(now), 'write')

    const { sponsor, influencer, waiting, rejected } = named
    const people = [sponsor, influencer, ...(admin.isNew ? [named.admin] : []), waiting, rejected]
    return { accounts: people.map(({ username, role }) => ({ role, username, password: DEMO_PASSWORD })) }
  } finally {
    client.close()
  }
}

async function findOrMakeAdmin(client: Client, passwordHash: string, now: number) {
  const find = "select id from users where role = 'admin' order by id limit 1"
  const { username, email, displayName } = named.admin
  const make = {
    sql: `insert into users (username, email, display_name, password_hash, role, status, created_at, last_seen_at)
      select ?, ?, ?, ?, 'admin', 'active', ?, ? where not exists (${find})`,
    args: [username, email, displayName, passwordHash, now - 420 * DAY, now - DAY],
  }
  const [made, found] = await client.batch([make, find], 'write')
  return { id: Number(found?.rows[0]?.id) as UserId, isNew: made?.rowsAffected === 1 }
}

function whatHasNoCommandYet(now: number): InStatement[] {
  const times = { now, hour: HOUR, recently: now - 12 * HOUR, yesterday: now - DAY }
  return [
    `update collaborations set state = iif(campaign_id in (select id from campaigns where state = 'completed'),
      'completed', 'in_progress') where funding_due_at <= :now`,
    `update campaigns set paid = (select coalesce(sum(payment_amount), 0) from collaborations
      where campaign_id = campaigns.id and state = 'completed')`,
    'update campaign_goals set done_at = :yesterday - campaign_id * :hour where position = 0 and campaign_id < 4',
    `update campaigns set flagged_at = :yesterday, flag_reason = 'The brief makes a claim about health that needs a source.'
      where name = 'Light for Focus'`,
    `update users set last_seen_at = max(created_at, :yesterday - (id % 5) * :hour * 8) where role <> 'admin'`,
    'update notifications set read_at = created_at + :hour where created_at < :yesterday - :hour * 12',
    // The latest e-mails are sent when somebody signs in.
    "update outbox set state = 'sent', sent_at = created_at where created_at < :recently",
  ].map((sql) => ({
    sql,
    args: Object.fromEntries(Object.entries(times).filter(([name]) => sql.includes(`:${name}`))),
  }))
}
