import { type UserStatus, userStatuses } from '../../../src/features/accounts/schema.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import type { World } from '../reports/random-history.ts'

/** One of the accounts in `from`, which also says which ones: "users where …". */
export async function pick({ database: { client } }: World, from: string, n: number) {
  const { rows } = await client.execute(`select id, status, version from ${from} order by id`)
  const row = rows[n % Math.max(rows.length, 1)]
  if (!row) return null
  return { id: Number(row.id) as UserId, status: statusOf(row.status), version: Number(row.version) }
}

function statusOf(status: unknown): UserStatus {
  const known = userStatuses.find((one) => one === status)
  if (!known) throw new Error(`The test does not know the status ${status}.`)
  return known
}

export function contextOf({ now }: World, actor = 1 as UserId) {
  return { actor, now, currency: 'USD', requestId: 'test' }
}
