import { expect } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson } from '../../support/people.ts'
import { addAfter, type Change, replace } from '../change.ts'

const campaigns = 'src/features/campaigns'
const samples = 'src/features/admin/mail-preview/samples.ts'

/** Influencers with an open request hear that the campaign is paused. */
export const notification: Change = {
  name: 'a notification',
  begin: [
    addAfter(
      'src/features/notifications/notification-kinds.ts',
      "  campaign_ended: { about: 'campaign', label: 'A campaign ends', roles: parties, channels: ['email'] },",
      "  campaign_paused: { about: 'campaign', label: 'A campaign is paused', roles: parties, channels: ['email'] },",
    ),
    replace(
      `${campaigns}/notifications.ts`,
      '/** To the influencer of each open request.',
      `/** To the same people, when the campaign is paused. */
export function pausedNotification({ id, name, version }: Campaign, openRequests: SQL, now: number): SQL[] {
  return notifyEach(openRequests, sql\`influencer_id\`, {
    kind: 'campaign_paused',
    subjectId: id,
    period: version,
    ...pausedText(name),
    path: routes.campaigns.show.href({ campaignId: id }),
    at: now,
  })
}

export function pausedText(campaignName: string): NotificationText {
  return {
    title: \`\${campaignName} is paused\`,
    body: [paragraph('Your request stays open.')],
    action: { label: 'View the campaign' },
  }
}

/** To the influencer of each open request.`,
    ),
  ],
  others: [
    replace(
      samples,
      'deletedText as campaignDeletedText, endedText }',
      'deletedText as campaignDeletedText, endedText, pausedText }',
    ),
    replace(
      samples,
      '    ad_request_invitation: {',
      `    campaign_paused: { ...pausedText(campaign.name), path: routes.campaigns.show.href({ campaignId: 7 }) },
    ad_request_invitation: {`,
    ),
    replace(
      `${campaigns}/commands.ts`,
      'import { deletedNotification }',
      'import { deletedNotification, pausedNotification }',
    ),
    replace(
      `${campaigns}/commands.ts`,
      "  const published = kind === 'published' ? { publishedAt: now } : {}\n",
      `  const published = kind === 'published' ? { publishedAt: now } : {}
  const openRequests = sql\`from \${adRequests} where campaign_id = \${campaign.id} and state = 'pending'\`
`,
    ),
    addAfter(
      `${campaigns}/commands.ts`,
      "      recordEvent({ subject: 'campaign', subjectId: campaign.id, kind, actor, from, to, at: now }),",
      "      ...(kind === 'paused' ? pausedNotification(campaign, openRequests, now) : []),",
    ),
  ],
  tests: ['test/features/notifications/kinds.test.ts'],

  async probe(app) {
    const sponsor = await makePerson(app, 'sponsor')
    const mara = await makePerson(app, 'influencer', { email: 'mara@mail.example' })
    const campaign = await makeCampaign(app, sponsor)
    await invite(app, sponsor, mara, campaign)
    await sponsor.browser.get(`/campaigns/${campaign}`)
    await sponsor.browser.submit('Pause campaign')

    await mara.browser.get('/notifications')
    await mara.browser.submit('Autumn Trail Boots is paused')
    expect(mara.browser.page.url).toBe(`/campaigns/${campaign}`)
    await expect
      .poll(() => app.mail.messages().map(({ subject }) => subject))
      .toContain('Autumn Trail Boots is paused')
  },
}
