import type { App } from '../../../support/app.ts'
import { makePerson, type Person } from '../../../support/people.ts'

export async function makeInfluencer(
  app: App,
  name: string,
  { reach = 1_000, lowestPrice = 10_000 }: { reach?: number; lowestPrice?: number | null } = {},
): Promise<Person> {
  const person = await makePerson(app, 'influencer', { display_name: name })
  await app.db.execute({
    sql: `update influencers set reach = ?, followers = ?, engagement_rate = 0.05, lowest_price = ? where user_id = ?`,
    args: [reach, reach * 2, lowestPrice, person.id],
  })
  return person
}

/** Creates a shortlist, adds the members in order and returns its id. */
export async function makeShortlist(
  app: App,
  sponsor: Person,
  name: string,
  members: readonly Person[] = [],
): Promise<number> {
  const { rows } = await app.db.execute({
    sql: 'insert into shortlists (sponsor_id, name, created_at) values (?, ?, 1) returning id',
    args: [sponsor.id, name],
  })
  const id = Number(rows[0]?.id)
  for (const [index, member] of members.entries()) {
    await app.db.execute({
      sql: 'insert into shortlist_members (shortlist_id, influencer_id, added_at) values (?, ?, ?)',
      args: [id, member.id, index + 1],
    })
  }
  return id
}

export async function suspend(app: App, { id }: Person): Promise<void> {
  await app.db.execute({ sql: "update users set status = 'suspended' where id = ?", args: [id] })
}

export async function flag(app: App, { id }: Person): Promise<void> {
  await app.db.execute({ sql: 'update influencers set flagged_at = 1 where user_id = ?', args: [id] })
}

/** The ids of a shortlist's members, oldest first. */
export async function membersOf(app: App, shortlistId: number): Promise<number[]> {
  const { rows } = await app.db.execute({
    sql: 'select influencer_id from shortlist_members where shortlist_id = ? order by added_at, influencer_id',
    args: [shortlistId],
  })
  return rows.map(({ influencer_id }) => Number(influencer_id))
}
