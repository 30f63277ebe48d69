import { invite } from '../../support/ad-requests.ts'
import type { App } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'

/** A sponsor with a campaign, and an influencer who is invited to it. */
export interface Scene {
  readonly sponsor: Person
  readonly influencer: Person
  readonly campaignId: number
  readonly adRequestId: number
}

/** `name` makes the names of this scene different from those of another one. */
export async function makeScene(app: App, name: string): Promise<Scene> {
  const sponsor = await makePerson(app, 'sponsor', { display_name: `Northway ${name}` })
  const influencer = await makePerson(app, 'influencer', { display_name: `Mara ${name}` })
  const campaignId = await makeCampaign(app, sponsor, { name: `Boots ${name}` })
  const adRequestId = await invite(app, sponsor, influencer, campaignId)
  return { sponsor, influencer, campaignId, adRequestId }
}

export function newReportPath(subject: string, id: number): string {
  return `/abuse-reports/new?subject=${subject}&id=${id}`
}

/** Reports something with the form. */
export async function report(
  { browser }: Person,
  subject: string,
  id: number,
  fields: Record<string, string> = {},
) {
  await browser.get(newReportPath(subject, id))
  return browser.submit('Send report', { reason: 'fraud', ...fields })
}

/** The only value of a query for one row. */
export async function oneValue(app: App, sql: string, args: (string | number)[] = []) {
  const { rows } = await app.db.execute({ sql, args })
  return rows[0]?.[0] ?? null
}

/** The id of the latest case about a thing. */
export async function caseOf(app: App, subject: string, id: number): Promise<number> {
  const found = await oneValue(app, 'select max(id) from abuse_cases where subject = ? and subject_id = ?', [
    subject,
    id,
  ])
  if (found === null) throw new Error(`Nobody has reported ${subject} ${id}.`)
  return Number(found)
}

/** Writes a message with the form of the thread. Returns its id. */
export async function writeMessage(app: App, { browser }: Person, adRequestId: number, text: string) {
  await browser.get(`/ad-requests/${adRequestId}`)
  await browser.submit('Send message', { message: text })
  return Number(await oneValue(app, 'select max(id) from messages where ad_request_id = ?', [adRequestId]))
}
