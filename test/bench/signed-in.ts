import { createHash } from 'node:crypto'
import type { Client } from '@libsql/client/http'
import { DAY } from '../../src/shared/time.ts'

/** Signs people in. Sets when they were last seen to now, because their requests would otherwise update it. */
export async function signIn(client: Client, people: ReadonlySet<number>): Promise<void> {
  const now = Date.now()
  const sessions = [...people].map((id) => [hash(tokenOf(id)), id])
  await client.batch(
    [
      {
        sql: 'update users set last_seen_at = ? where id in (select value from json_each(?))',
        args: [now, JSON.stringify([...people])],
      },
      {
        sql: `insert or replace into sessions (id, user_id, created_at, expires_at)
          select value ->> 0, value ->> 1, ?, ? from json_each(?)`,
        args: [now, now + 14 * DAY, JSON.stringify(sessions)],
      },
    ],
    'write',
  )
}

export function cookieOf(person: number): string {
  return `parley_session=${tokenOf(person)}`
}

function tokenOf(person: number): string {
  return `bench-${person}`
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
