import type { Client } from '@libsql/client/http'
import type { App } from '../../../support/app.ts'
import { signedIn } from '../../../support/people.ts'

/** Saves what the demo data lacks: a shortlist of four influencers, and a search for each person. */
export async function saveItems(app: App, usernames: { sponsor: string; influencer: string }): Promise<void> {
  const sponsor = await signedIn(app, await idOf(app.db, usernames.sponsor))
  const { rows } = await app.db.execute('select id from influencer_sort_keys limit 4')
  const chosen = rows.map(({ id }) => ['influencer_id', String(id)])
  const list = new URLSearchParams([['name', 'Autumn trails'], ...chosen])
  await (await sponsor.send('/shortlists', { method: 'POST', body: list })).arrayBuffer()
  await sponsor.post('/searches', { name: 'Trail people', query: 'query=trail&category=outdoors' })

  const influencer = await signedIn(app, await idOf(app.db, usernames.influencer))
  await influencer.post('/searches', { name: 'Outdoors', query: 'category=outdoors' })
}

/** A bulk action of an admin that has left out everybody. */
export async function makeBulkAction(app: App, admin: string): Promise<void> {
  const browser = await signedIn(app, await idOf(app.db, admin))
  const { rows } = await app.db.execute("select id from users where role = 'sponsor' and status <> 'pending'")
  await browser.post('/admin/bulk-actions', {
    kind: 'sponsor_rejection',
    selected: rows.map(({ id }) => String(id)),
    reason: 'Your website does not open.',
  })
}

/** Flags a completed campaign. Its owner and the admins have a page about the flag. */
export async function flagCampaign(app: App, admin: string, owner: string): Promise<void> {
  const browser = await signedIn(app, await idOf(app.db, admin))
  const { rows } = await app.db.execute({
    sql: "select id from campaigns where sponsor_id = ? and state = 'completed' order by id desc",
    args: [await idOf(app.db, owner)],
  })
  const thing = { subject: 'campaign', subject_id: String(rows[0]?.id) }
  const { url, text } = await browser.post('/admin/flags', {
    ...thing,
    flag_reason: 'spam',
    reason: 'Say what it is.',
    internal_note: '',
  })
  if (!url.includes('/admin/flags/')) throw new Error(text)
}

/** The id of the account with this username. */
export async function idOf(db: Client, username: string): Promise<number> {
  const { rows } = await db.execute({ sql: 'select id from users where username = ?', args: [username] })
  return Number(rows[0]?.id)
}
