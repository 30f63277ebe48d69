import type { App } from './app.ts'
import type { Person } from './people.ts'

/** Sends an invitation with the form, by default for 1,200.00. Returns the request's id. */
export async function invite(
  app: App,
  sponsor: Person,
  influencer: Person,
  campaignId: number,
  fields: Record<string, string> = {},
): Promise<number> {
  await sponsor.browser.get(`/ad-requests/new?campaign_id=${campaignId}&influencer_id=${influencer.id}`)
  await sponsor.browser.submit('Send invitation', { payment_amount: '1200.00', ...fields })
  return openRequest(app, campaignId, influencer)
}

/** The id of the influencer's open request. */
export async function openRequest(app: App, campaignId: number, influencer: Person): Promise<number> {
  const { rows } = await app.db.execute({
    sql: "select id from ad_requests where campaign_id = ? and influencer_id = ? and state = 'pending'",
    args: [campaignId, influencer.id],
  })
  if (!rows[0])
    throw new Error(`There is no open request for campaign ${campaignId} and ${influencer.username}.`)
  return Number(rows[0].id)
}
