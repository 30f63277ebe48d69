import type { Role } from '../accounts/schema.ts'
import { type Channel, channelKeys } from './channels.ts'

interface Kind {
  /** The thing that it is about. It also groups the kinds in the settings. */
  readonly about: keyof typeof subjects
  /** Names the kind where people choose their channels. */
  readonly label: string
  /** Who can get it. */
  readonly roles: readonly Role[]
  /** The channels that are on until a person chooses others. Google Chat and SMS also need an address. */
  readonly channels: readonly Channel[]
  /**
   * `always`: about security, or something that the person did or agreed to. The e-mail cannot be switched off.
   * `never`: no e-mail. Without it, people choose, and each e-mail has a link to unsubscribe from its kind.
   */
  readonly email?: 'always' | 'never'
  /** Its e-mail has a link that confirms the address it goes to, so it goes to unconfirmed addresses too. */
  readonly confirmsAddress?: true
}

/** What notifications can be about, with the headings in the settings. */
export const subjects = {
  user: 'Accounts',
  ad_request: 'Requests and offers',
  campaign: 'Campaigns',
  flag: 'Flags and appeals',
  day: 'Reminders',
  report: 'Reports',
  export: 'Exports',
  abuse_report: 'Problems reported',
  audit_log: 'Audit log',
} as const

const everyone = ['admin', 'sponsor', 'influencer'] as const
const parties = ['sponsor', 'influencer'] as const

/** Every kind of notification. A new kind starts here. */
export const notificationKinds = {
  email_confirmation: {
    about: 'user',
    label: 'You sign up: the link to confirm your e-mail address',
    roles: everyone,
    channels: ['email'],
    email: 'always',
    confirmsAddress: true,
  },
  email_change_link: {
    about: 'user',
    label: 'You enter a new e-mail address: the link to confirm it',
    roles: everyone,
    channels: ['email'],
    email: 'always',
    confirmsAddress: true,
  },
  email_change_requested: {
    about: 'user',
    label: 'Somebody asks to change your e-mail address',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  email_changed: {
    about: 'user',
    label: 'Your e-mail address is changed',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  password_reset: {
    about: 'user',
    label: 'You forgot your password: the link to set a new one',
    roles: everyone,
    channels: ['email'],
    email: 'always',
    confirmsAddress: true,
  },
  sign_up_again: {
    about: 'user',
    label: 'Someone tries to sign up with your e-mail address',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  email_taken: {
    about: 'user',
    label: 'Someone tries to use your e-mail address',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  password_changed: {
    about: 'user',
    label: 'Your password is changed',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  two_factor_on: {
    about: 'user',
    label: 'Two-factor sign-in is switched on',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  two_factor_off: {
    about: 'user',
    label: 'Two-factor sign-in is switched off',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  recovery_code_used: {
    about: 'user',
    label: 'A recovery code is used to sign in',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  sign_in_code_guessed: {
    about: 'user',
    label: 'Someone with your password tries sign-in codes',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  new_device: {
    about: 'user',
    label: 'A new device signs in to your account',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  signed_out_by_admin: {
    about: 'user',
    label: 'An admin signs you out everywhere',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  email_undeliverable: {
    about: 'user',
    label: "We can't reach you by e-mail",
    roles: everyone,
    channels: ['chat'],
    email: 'never',
  },
  suspension_ended: {
    about: 'user',
    label: 'Your suspension ends',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  deletion_requested: {
    about: 'user',
    label: 'Your account is going to be deleted',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  deletion_stopped: {
    about: 'user',
    label: 'Your account is kept after all',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  account_deleted: {
    about: 'user',
    label: 'Your account is deleted',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  suspended: {
    about: 'user',
    label: 'Your account is suspended',
    roles: parties,
    channels: ['email'],
    email: 'always',
  },
  sponsor_waiting: {
    about: 'user',
    label: 'A sponsor is waiting for approval',
    roles: ['admin'],
    channels: ['email', 'chat'],
  },
  sponsor_approved: {
    about: 'user',
    label: 'Your account is approved',
    roles: ['sponsor'],
    channels: ['email'],
    email: 'always',
  },
  sponsor_rejected: {
    about: 'user',
    label: 'Your account is rejected',
    roles: ['sponsor'],
    channels: ['email'],
    email: 'always',
  },
  sponsor_name_waiting: {
    about: 'user',
    label: 'A sponsor asks for a new name',
    roles: ['admin'],
    channels: ['email', 'chat'],
  },
  sponsor_name_approved: {
    about: 'user',
    label: 'Your new name is approved',
    roles: ['sponsor'],
    channels: ['email'],
    email: 'always',
  },
  sponsor_name_rejected: {
    about: 'user',
    label: 'Your new name is rejected',
    roles: ['sponsor'],
    channels: ['email'],
    email: 'always',
  },
  campaign_deleted: {
    about: 'campaign',
    label: 'A campaign is deleted',
    roles: ['influencer'],
    channels: ['email'],
  },
  campaign_ended: { about: 'campaign', label: 'A campaign ends', roles: parties, channels: ['email'] },
  ad_request_invitation: {
    about: 'ad_request',
    label: 'A sponsor invites you',
    roles: ['influencer'],
    channels: ['email', 'chat'],
  },
  ad_request_application: {
    about: 'ad_request',
    label: 'An influencer applies',
    roles: ['sponsor'],
    channels: ['email', 'chat'],
  },
  ad_request_offer: {
    about: 'ad_request',
    label: 'You get a new offer',
    roles: parties,
    channels: ['email', 'chat'],
  },
  offer_half_time: {
    about: 'ad_request',
    label: 'Half of the time to answer is gone',
    roles: parties,
    channels: ['email', 'chat'],
  },
  offer_almost_expired: {
    about: 'ad_request',
    label: 'The time to answer is almost over',
    roles: parties,
    channels: ['email', 'chat', 'sms'],
  },
  offer_expired: { about: 'ad_request', label: 'An offer expires', roles: parties, channels: ['email'] },
  ad_request_accepted: {
    about: 'ad_request',
    label: 'Your offer is accepted',
    roles: parties,
    channels: ['email', 'chat'],
    email: 'always',
  },
  ad_request_agreed: {
    about: 'ad_request',
    label: 'A copy of what you agreed on',
    roles: parties,
    channels: ['email'],
    email: 'always',
  },
  ad_request_rejected: {
    about: 'ad_request',
    label: 'Your offer is rejected',
    roles: parties,
    channels: ['email', 'chat'],
  },
  ad_request_withdrawn: {
    about: 'ad_request',
    label: 'An offer is withdrawn',
    roles: parties,
    channels: ['email', 'chat'],
  },
  ad_request_budget_short: {
    about: 'ad_request',
    label: 'An influencer accepts, but the budget is too low',
    roles: ['sponsor'],
    channels: ['email', 'chat'],
  },
  ad_request_message: {
    about: 'ad_request',
    label: 'You get a message',
    roles: parties,
    channels: ['email', 'chat'],
  },
  other_side_suspended: {
    about: 'ad_request',
    label: 'The other side of an open request is suspended',
    roles: parties,
    channels: ['email'],
  },
  ad_request_flagged: {
    about: 'ad_request',
    label: 'An open request is flagged, or its flag is removed',
    roles: parties,
    channels: ['email'],
  },
  flagged: {
    about: 'flag',
    label: 'Something of yours is flagged',
    roles: parties,
    channels: ['email'],
    email: 'always',
  },
  flag_decided: {
    about: 'flag',
    label: 'Your appeal is answered, or a flag is removed',
    roles: parties,
    channels: ['email'],
    email: 'always',
  },
  flag_appealed: {
    about: 'flag',
    label: 'Somebody appeals a flag',
    roles: ['admin'],
    channels: ['email', 'chat'],
  },
  daily_reminder: { about: 'day', label: 'What is waiting for you', roles: parties, channels: ['email'] },
  export_ready: {
    about: 'export',
    label: 'An export is ready to download',
    roles: everyone,
    channels: ['email'],
    email: 'always',
  },
  monthly_report: { about: 'report', label: 'Your monthly report', roles: parties, channels: ['email'] },
  abuse_report_decided: {
    about: 'abuse_report',
    label: 'A problem that you reported is decided',
    roles: parties,
    channels: ['email'],
  },
  abuse_warning: {
    about: 'user',
    label: 'We warn you about something of yours',
    roles: parties,
    channels: ['email'],
    email: 'always',
  },
  abuse_case_assigned: {
    about: 'abuse_report',
    label: 'Another admin gives you a case',
    roles: ['admin'],
    channels: ['email'],
  },
  admin_digest: { about: 'report', label: 'The monthly digest', roles: ['admin'], channels: ['email'] },
  audit_log_broken: {
    about: 'audit_log',
    label: 'The audit log was changed',
    roles: ['admin'],
    channels: ['email', 'chat'],
    email: 'always',
  },
} as const satisfies Record<string, Kind>

export type NotificationKind = keyof typeof notificationKinds

export const kindKeys = Object.keys(notificationKinds) as [NotificationKind, ...NotificationKind[]]

/** Whether people can switch this channel on and off for this kind. If not, `isDefault` says what it is. */
export function isChoice(kind: NotificationKind, channel: Channel): boolean {
  if (isForUnconfirmed(kind)) return false
  return channel !== 'email' || ruleOf(kind).email === undefined
}

/** Whether a channel is on for a kind unless a person chose otherwise. */
export function isDefault(kind: NotificationKind, channel: Channel): boolean {
  return ruleOf(kind).channels.includes(channel)
}

/** The kinds that people of a role can choose channels for. Links that they ask for only come by e-mail. */
export function kindsFor(role: Role): NotificationKind[] {
  return kindKeys.filter((kind) => ruleOf(kind).roles.includes(role) && !isForUnconfirmed(kind))
}

/** The channels that a kind can ever use. */
export function possibleChannels(kind: NotificationKind): Channel[] {
  return channelKeys.filter((channel) => isChoice(kind, channel) || isDefault(kind, channel))
}

/** Whether somebody who is suspended gets it too. They still get what is about security, or what they agreed to. */
export function isForSuspended(kind: NotificationKind): boolean {
  return ruleOf(kind).email === 'always'
}

/** Whether its e-mail goes to addresses that are not confirmed yet. */
export function isForUnconfirmed(kind: NotificationKind): boolean {
  return ruleOf(kind).confirmsAddress === true
}

// The table's own type has every literal in it. This reads a row as any other row.
function ruleOf(kind: NotificationKind): Kind {
  return notificationKinds[kind]
}
