/**
 * Every kind of notification, with the thing that it is about. A new kind starts here; `label` will name it
 * where people choose their channels.
 */
export const notificationKinds = {
  sign_up_again: { about: 'user', label: 'Someone tries to sign up with your e-mail address' },
  email_taken: { about: 'user', label: 'Someone tries to use your e-mail address' },
  password_changed: { about: 'user', label: 'Your password is changed' },
  suspension_ended: { about: 'user', label: 'Your suspension ends' },
  sponsor_waiting: { about: 'user', label: 'A sponsor is waiting for approval' },
  sponsor_approved: { about: 'user', label: 'Your account is approved' },
  sponsor_rejected: { about: 'user', label: 'Your account is rejected' },
  campaign_deleted: { about: 'campaign', label: 'A campaign is deleted' },
  campaign_ended: { about: 'campaign', label: 'Your campaign ends' },
  ad_request_invitation: { about: 'ad_request', label: 'A sponsor invites you' },
  ad_request_application: { about: 'ad_request', label: 'An influencer applies' },
  ad_request_offer: { about: 'ad_request', label: 'You get a new offer' },
  ad_request_accepted: { about: 'ad_request', label: 'Your offer is accepted' },
  ad_request_agreed: { about: 'ad_request', label: 'You accept an offer: your copy of the agreement' },
  ad_request_rejected: { about: 'ad_request', label: 'Your offer is rejected' },
  ad_request_withdrawn: { about: 'ad_request', label: 'An offer is withdrawn' },
  offer_half_time: { about: 'ad_request', label: 'Half of the time to answer an offer is over' },
  offer_almost_expired: { about: 'ad_request', label: 'An offer is about to expire' },
  offer_expired: { about: 'ad_request', label: 'An offer expires' },
  ad_request_message: { about: 'ad_request', label: 'You get a message' },
  export_ready: { about: 'export', label: 'An export is ready to download' },
} as const satisfies Record<string, { about: 'user' | 'campaign' | 'ad_request' | 'export'; label: string }>

export type NotificationKind = keyof typeof notificationKinds
