import { describe, expect, test } from 'vitest'
import { DEMO_PASSWORD, named } from '../../../local/demo/accounts.ts'
import { loadDemo } from '../../../local/demo.ts'
import { passwordProblem } from '../../../src/features/accounts/passwords/password-rules.ts'
import { verifyPassword } from '../../../src/features/accounts/passwords/passwords.ts'
import { handlesInOtherForms, violations } from '../consistency.ts'
import { breaking, column, emptyDatabase } from '../empty-database.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

describe('the demo', async () => {
  const { client, url } = await emptyDatabase()
  await loadDemo(url, { now })

  test.each(Object.entries(violations))('%s', async (_, sql) => {
    expect(await breaking(client, sql, now)).toEqual([])
  })

  test('has only handles in the form in which they are stored', async () => {
    expect(await handlesInOtherForms(client)).toEqual([])
  })

  test('has only valid usernames', async () => {
    const usernames = await column(client, 'select username from users')
    expect(usernames.filter((name) => !/^[a-z][a-z0-9._-]{2,29}$/.test(String(name)))).toEqual([])
  })

  test('has two sponsors waiting for approval and one who was rejected', async () => {
    const waiting = await column(client, "select username from users where status = 'pending' order by id")
    expect(waiting).toHaveLength(2)
    expect(waiting).toContain(named.waiting.username)
    expect(await column(client, "select username from users where status = 'rejected'")).toEqual([
      named.rejected.username,
    ])
  })

  test('has requests in every state, waiting for both sides, about to expire and expired', async () => {
    const states = await column(client, 'select distinct state from ad_requests order by 1')
    expect(states).toEqual(['accepted', 'expired', 'pending', 'rejected', 'withdrawn'])
    const open = "from ad_requests where state = 'pending' and closes_at"
    expect(await column(client, `select distinct turn ${open} > ${now} order by 1`)).toEqual([
      'influencer',
      'sponsor',
    ])
    const [soon, past] = await column(
      client,
      `select count(*) ${open} between ${now} and ${now + 12 * 3_600_000}
        union all select count(*) ${open} <= ${now}`,
    )
    expect(Number(soon)).toBeGreaterThan(0)
    expect(Number(past)).toBeGreaterThan(0)
    expect(await column(client, 'select count(distinct rejection_reason) from ad_requests')).toEqual([5])
  })

  test('has campaigns in every state', async () => {
    const states = "select distinct state || ' ' || visibility from campaigns order by 1"
    expect(await column(client, states)).toEqual([
      'active private',
      'active public',
      'completed public',
      'draft public',
      'paused public',
    ])
    expect(
      await column(client, "select count(*) from campaigns where brief = '' and state = 'draft'"),
    ).toEqual([1])
    expect(await column(client, 'select count(*) from campaigns where flagged_at is not null')).toEqual([1])
  })

  test('has collaborations that are awaiting funding, in progress and completed', async () => {
    const states = 'select distinct state from collaborations order by 1'
    expect(await column(client, states)).toEqual(['awaiting_funding', 'completed', 'in_progress'])
  })

  test('tells the story of Autumn Trail Boots', async () => {
    const boots = "(select id from campaigns where name = 'Autumn Trail Boots')"
    expect(await column(client, `select committed from campaigns where id = ${boots}`)).toEqual([6_800_00])
    expect(
      await column(
        client,
        `select o.payment_amount from offers o join ad_requests r on r.id = ad_request_id
          join users u on u.id = influencer_id where username = 'mara' and campaign_id = ${boots} order by number`,
      ),
    ).toEqual([1_200_00, 1_600_00, 1_450_00])
    const metrics = await client.execute(
      "select reach, round(engagement_rate, 3) as rate from influencers join users on id = user_id where username = 'mara'",
    )
    expect(metrics.rows[0]).toMatchObject({ reach: 182_400, rate: 0.041 })
  })

  test('lets people in with the password that it prints', async () => {
    const [hash] = await column(client, "select password_hash from users where username = 'northway'")
    expect(await verifyPassword(DEMO_PASSWORD, String(hash))).toBe(true)
    for (const account of Object.values(named)) expect(passwordProblem(DEMO_PASSWORD, account)).toBeNull()
  })

  test('refuses a database with people in it', async () => {
    await expect(loadDemo(url, { now })).rejects.toThrow('has people in it')
  })
})

test('the demo keeps an existing admin', async () => {
  const { client, url } = await emptyDatabase()
  await client.execute(`insert into users (id, username, email, display_name, password_hash, role, status, created_at)
    values (4, 'mara.lindqvist', 'boss@parley.example', 'Boss', 'x', 'admin', 'active', 1)`)
  const { accounts } = await loadDemo(url, { now })
  expect(accounts.map(({ role }) => role)).not.toContain('admin')
  expect(await column(client, "select username from users where role = 'admin'")).toEqual(['mara.lindqvist'])
})
