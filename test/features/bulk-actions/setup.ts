import type { Client } from '@libsql/client/http'

/** Adds waiting sponsors named "Company 1", "Company 2" and so on. Returns their ids. */
export async function addWaiting(client: Client, count: number, submittedAt = 1): Promise<number[]> {
  const [last] = (await client.execute('select coalesce(max(id), 0) as id from users')).rows
  const first = Number(last?.id) + 1
  const numbers = 'with recursive number (i) as (select 1 union all select i + 1 from number where i < ?)'
  await client.batch(
    [
      {
        sql: `insert into users (id, username, email, display_name, password_hash, role, status, created_at)
          ${numbers} select i + ?, 'waiting' || (i + ?), 'waiting' || (i + ?) || '@example.com', 'Person', '', 'sponsor', 'pending', 1 from number`,
        args: [count, first - 1, first - 1, first - 1],
      },
      {
        sql: `insert into sponsors (user_id, company_name, industry, submitted_at)
          ${numbers} select i + ?, 'Company ' || i, 'Outdoor gear', ? from number`,
        args: [count, first - 1, submittedAt],
      },
    ],
    'write',
  )
  return Array.from({ length: count }, (_, index) => first + index)
}

/** What an approval or rejection leaves behind, for each sponsor. Each count must be 1 after one answer. */
export async function tracesOf(client: Client, ids: readonly number[]) {
  const { rows } = await client.execute({
    sql: `select users.id, status,
        (select count(*) from events where subject = 'user' and subject_id = users.id and audited) as events,
        (select count(*) from notifications where user_id = users.id) as bells,
        (select count(*) from outbox where user_id = users.id and channel = 'email') as mails
      from users where id in (select value from json_each(?)) order by id`,
    args: [JSON.stringify(ids)],
  })
  return rows.map(({ id, status, events, bells, mails }) => ({
    id: Number(id),
    status: String(status),
    traces: `${events} ${bells} ${mails}`,
  }))
}

/** How many sponsors have each status and number of events, bells and e-mails: `{ 'active 1 1 1': 120 }`. */
export async function summaryOf(client: Client, ids: readonly number[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { status, traces } of await tracesOf(client, ids)) {
    const key = `${status} ${traces}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}
