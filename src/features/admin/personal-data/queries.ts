import { eq } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { findState, type PersonalDataState } from '../../personal-data/queries.ts'

export type PersonSummary = Awaited<ReturnType<typeof selectPerson>>[number]

export interface PersonWithData {
  readonly person: PersonSummary
  readonly state: PersonalDataState
}

/** Null if there is no such account. One round trip. */
export async function findPersonWithData(
  db: Database,
  id: UserId,
  now: number,
): Promise<PersonWithData | null> {
  const prefetched = db.prefetch(selectPerson(db, id))
  const state = await findState(db, id, now)
  const [person] = await prefetched.rows()
  return person ? { person, state } : null
}

function selectPerson(db: Database, id: UserId) {
  return db.orm
    .select({
      id: users.id,
      name: users.displayName,
      username: users.username,
      role: users.role,
      status: users.status,
      version: users.version,
    })
    .from(users)
    .where(eq(users.id, id))
}
