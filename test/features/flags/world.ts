import { invite } from '../../support/ad-requests.ts'
import type { App } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'

export type Subject = 'user' | 'campaign' | 'ad_request' | 'message'

export interface World {
  readonly admin: Person
  readonly sponsor: Person
  readonly influencer: Person
  readonly rival: Person
  /** An influencer without a request. */
  readonly reader: Person
  readonly campaignId: number
  readonly adRequestId: number
  readonly messageId: number
  readonly names: { readonly sponsor: string; readonly influencer: string; readonly campaign: string }
}

let made = 0

/** A sponsor with a public campaign, an influencer who is invited to it and has got a message, and bystanders. */
export async function makeWorld(app: App): Promise<World> {
  made += 1
  const names = { sponsor: `Zugspitz${made}`, influencer: `Quillon${made}`, campaign: `Velvetine${made}` }
  const admin = await makePerson(app, 'admin', { display_name: 'Ada' })
  const sponsor = await makePerson(app, 'sponsor', { display_name: names.sponsor })
  const influencer = await makePerson(app, 'influencer', { display_name: names.influencer })
  const rival = await makePerson(app, 'sponsor', { display_name: 'Rival' })
  const reader = await makePerson(app, 'influencer', { display_name: 'Reader' })
  const campaignId = await makeCampaign(app, sponsor, { name: names.campaign })
  const adRequestId = await invite(app, sponsor, influencer, campaignId)
  await sponsor.browser.get(`/ad-requests/${adRequestId}`)
  await sponsor.browser.submit('Send message', { message: 'Call me on another site.' })
  const { rows } = await app.db.execute('select max(id) as id from messages')
  const messageId = Number(rows[0]?.id)
  return { admin, sponsor, influencer, rival, reader, campaignId, adRequestId, messageId, names }
}

/** Flags something with the admin's form. Returns the flag's id. */
export async function flag(
  app: App,
  { admin }: Pick<World, 'admin'>,
  subject: Subject,
  id: number,
  fields: Record<string, string> = {},
): Promise<number> {
  await admin.browser.get(`/admin/flags/new?subject=${subject}&subject_id=${id}`)
  await admin.browser.submit('Flag and notify', {
    flag_reason: 'misleading_figures',
    reason: 'Far too high.',
    ...fields,
  })
  const { rows } = await app.db.execute('select max(id) as id from flags')
  return Number(rows[0]?.id)
}

export async function lift({ admin }: Pick<World, 'admin'>, flagId: number): Promise<void> {
  await admin.browser.get(`/admin/flags/${flagId}`)
  await admin.browser.submit('Lift flag', { reason: 'It was a mistake.' })
}
