import type { Client } from '@libsql/client/http'
import { users } from '../../src/features/accounts/schema.ts'
import type { UserId } from '../../src/shared/ids.ts'
import { DAY } from '../../src/shared/time.ts'
import { CliError } from '../trouble.ts'
import { named, Usernames } from './accounts.ts'
import { userId } from './ids.ts'
import type { Rows } from './rows.ts'
import { FIRST_DAY } from './size.ts'
import type { World } from './world.ts'

export interface Admin {
  readonly adminId: UserId
  /** Whether it was there before the demo. */
  readonly isThere: boolean
  /** From where on ids of people are free. */
  readonly firstId: number
  readonly usernames: Usernames
}

/** The admin of an otherwise empty database, or the id that one will have. Throws a Trouble where it is not empty. */
export async function findAdmin(client: Client): Promise<Admin> {
  const { rows } = await client.execute('select id, username, role from users order by role, id limit 100')
  if (rows.some(({ role }) => role !== 'admin')) {
    throw new CliError('The database has people in it already; the demo data is only for an empty one.')
  }
  const ids = rows.map(({ id }) => Number(id))
  return {
    adminId: userId(ids[0] ?? 1),
    isThere: ids.length > 0,
    firstId: Math.max(1, ...ids) + 1,
    usernames: new Usernames(rows.map(({ username }) => String(username))),
  }
}

/** The demo's own admin. */
export function addAdmin(rows: Rows, { adminId, passwordHash, now }: World): void {
  const { username, email, name } = named.admin
  rows.add(users, {
    id: adminId,
    username,
    email,
    displayName: name,
    passwordHash: passwordHash,
    role: 'admin',
    status: 'active',
    statusReason: null,
    timeZone: 'UTC',
    createdAt: now - FIRST_DAY - 30 * DAY,
    lastSeenAt: now - DAY,
  })
}
