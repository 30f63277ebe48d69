/**
 * Who gets where. One column for each of: a visitor, a sponsor that waits for approval, the sponsor that owns
 * the thing, another sponsor, the influencer that is a party to it, another influencer, an admin. The campaign
 * is a private one.
 *
 * `+` comes in (whatever the form then says), `s` is asked to sign in, `w` is sent to the waiting page, `0`
 * finds nothing (404), `x` sees it but may not do that (403).
 */
export const routeTable: Readonly<Record<string, string>> = {
  'GET /healthz': '+++++++',
  'GET /': '+w+++++',
  'GET /about': '+w+++++',

  'GET /sign-in': '+w+++++',
  'POST /sign-in': '+x+++++',
  'POST /sign-out': '+++++++',
  'GET /sign-up': '+w+++++',
  'GET /sign-up/sponsor': '+w+++++',
  'POST /sign-up/sponsor': '+x+++++',
  'GET /sign-up/influencer': '+w+++++',
  'POST /sign-up/influencer': '+x+++++',
  'GET /waiting': 's+++000',
  'POST /waiting/resubmission': 's+++000',

  'GET /home': 'sw+++++',
  'GET /notices': 'sw+++++',
  'POST /notices/read': 'sx+++++',
  'POST /notices/:noticeId/read': 'sx+0000',

  'GET /settings/profile': 's+++++0',
  'POST /settings/profile': 's+++++0',
  'GET /settings/account': 's++++++',
  'POST /settings/account': 's++++++',
  'GET /settings/password': 's++++++',
  'POST /settings/password': 's++++++',
  'GET /settings/channels': 'sw00++0',
  'POST /settings/channels': 'sx00++0',
  'GET /settings/channels/:channelId': 'sw00+00',
  'POST /settings/channels/:channelId': 'sx00+00',
  'POST /settings/channels/:channelId/removal': 'sx00+00',
  'GET /settings/rates': 'sw00++0',
  'POST /settings/rates': 'sx00++0',
  'GET /settings/rates/:rateId': 'sw00+00',
  'POST /settings/rates/:rateId': 'sx00+00',
  'POST /settings/rates/:rateId/removal': 'sx00+00',

  'GET /influencers': '+w+++++',
  'GET /influencers/:influencerId': '+w+++++',

  'GET /campaigns': '+w+++++',
  'POST /campaigns': 'sx++000',
  'GET /campaigns/new': 'sw++000',
  'GET /campaigns/:campaignId': '0w+0+0+',
  'GET /campaigns/:campaignId/edit': 'sw+0000',
  'POST /campaigns/:campaignId/edit': 'sx+0000',
  'POST /campaigns/:campaignId/publication': 'sx+0000',
  'POST /campaigns/:campaignId/pause': 'sx+0000',
  'POST /campaigns/:campaignId/pause/end': 'sx+0000',
  'POST /campaigns/:campaignId/completion': 'sx+0000',
  'POST /campaigns/:campaignId/deletion': 'sx+0000',
  'POST /campaigns/:campaignId/goals/:goalId/completion': 'sx+0000',
  'POST /campaigns/:campaignId/goals/:goalId/completion/undo': 'sx+0000',
  'POST /campaigns/:campaignId/ad-requests': 'sx+0000',
  'GET /campaigns/:campaignId/applications': 'sw00000',
  'POST /campaigns/:campaignId/applications': 'sx00000',

  'GET /ad-requests': 'sw+++++',
  'GET /ad-requests/new': 'sw++000',
  'GET /ad-requests/:adRequestId': 'sw+0+0+',
  'POST /ad-requests/:adRequestId/offers': 'sx+0+0x',
  'POST /ad-requests/:adRequestId/acceptance': 'sx+0+0x',
  'POST /ad-requests/:adRequestId/rejection': 'sx+0+0x',
  'POST /ad-requests/:adRequestId/withdrawal': 'sx+0+0x',
  'POST /ad-requests/:adRequestId/messages': 'sx+0+0x',

  'GET /admin': 'sw0000+',
  'GET /admin/sponsors': 'sw0000+',
  'POST /admin/sponsors/:userId/approval': 'sx0000+',
  'POST /admin/sponsors/:userId/rejection': 'sx0000+',
  'GET /admin/users': 'sw0000+',
  'GET /admin/users/:userId': 'sw0000+',
  'POST /admin/users/:userId/suspension': 'sx0000+',
  'POST /admin/users/:userId/suspension/end': 'sx0000+',
}
