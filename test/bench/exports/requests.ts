import type { Client } from '@libsql/client/http'

/** Copies rejected requests, with their offers, until there are so many requests. Returns how many there are. */
export async function addRequestsUpTo(client: Client, wanted: number): Promise<number> {
  const { count, last } = await countRequests(client)
  if (count === 0) throw new Error('The crowd has no requests.')
  for (let copies = count, offset = last; copies < wanted; offset += last) {
    const limit = Math.min(wanted - copies, PIECE)
    const from = `from ad_requests where id <= ${last} and state <> 'pending' order by id limit ${limit}`
    const [added] = await client.batch(
      [
        `insert into ad_requests (id, campaign_id, sponsor_id, influencer_id, origin, state, turn, offer_number,
            payment_amount, closes_at, created_at)
          select id + ${offset}, campaign_id, sponsor_id, influencer_id, origin, 'rejected', turn, offer_number,
            payment_amount, closes_at, created_at ${from}`,
        `insert into offers (ad_request_id, number, made_by, payment_amount, deliverables, requirements, usage_channels,
            usage_months, made_at, expires_at)
          select ad_request_id + ${offset}, number, made_by, payment_amount, deliverables, requirements, usage_channels,
            usage_months, made_at, expires_at
          from offers where ad_request_id in (select id ${from})`,
      ],
      'write',
    )
    copies += added?.rowsAffected ?? 0
    console.log(`${copies.toLocaleString('en')} requests`)
  }
  return (await countRequests(client)).count
}

/** How many requests one statement copies. */
const PIECE = 50_000

/** An admin's id. The crowd has none, so one is added. */
export async function adminOf(client: Client): Promise<number> {
  const { rows } = await client.execute(`insert into users
      (username, email, display_name, password_hash, role, status, created_at)
    values ('bench-admin', 'bench-admin@example.com', 'Bench', 'x', 'admin', 'active', 0)
    on conflict do update set role = 'admin' returning id`)
  return Number(rows[0]?.id)
}

async function countRequests(client: Client): Promise<{ count: number; last: number }> {
  const { rows } = await client.execute('select count(*) as count, max(id) as last from ad_requests')
  return { count: Number(rows[0]?.count), last: Number(rows[0]?.last) }
}
