import { type Route, routes } from '../../../routes.ts'
import { cents } from '../../../shared/money.ts'
import { DAY, HOUR } from '../../../shared/time.ts'
import { assignedText, decidedText, warningText } from '../../abuse-reports/notifications.ts'
import {
  emailTakenText,
  passwordChangedText,
  signUpAgainText,
  suspendedText,
  suspensionEndedText,
} from '../../accounts/notifications.ts'
import { acceptedText, agreedText } from '../../ad-requests/emails/agreement-email.ts'
import { budgetShortageText } from '../../ad-requests/emails/budget-email.ts'
import { expiredText, reminderText } from '../../ad-requests/emails/clock-emails.ts'
import {
  messageText,
  otherSideSuspendedText,
  rejectedText,
  withdrawnText,
} from '../../ad-requests/emails/closing-emails.ts'
import { applicationText, invitationText, offerText } from '../../ad-requests/emails/offer-emails.ts'
import { brokenText } from '../../audit/notifications.ts'
import { deletedText as campaignDeletedText, endedText } from '../../campaigns/notifications.ts'
import {
  changeLinkText,
  changeRequestedText,
  confirmationText,
  emailChangedText,
} from '../../email-addresses/notifications.ts'
import { readyText } from '../../exports/notifications.ts'
import type { NotificationText } from '../../notifications/commands.ts'
import type { NotificationKind } from '../../notifications/notification-kinds.ts'
import { undeliverableText } from '../../notifications/notifications.ts'
import { resetText } from '../../password-reset/notifications.ts'
import { deletedText, requestedText, stoppedText } from '../../personal-data/deletion/notifications.ts'
import { digestText } from '../../reminders/notifications.ts'
import { reportText } from '../../reports/notifications.ts'
import { reportHref } from '../../reports/report-name.ts'
import { approvedText, sponsorRejectedText } from '../../sponsors/approvals/notifications.ts'
import { waitingText } from '../../sponsors/notifications.ts'
import { nameApprovedText, nameRejectedText, nameWaitingText } from '../../sponsors/renaming/notifications.ts'
import { sampleDigest } from './sample-digest.ts'
import { sampleFlags } from './sample-flags.ts'
import { sampleNegotiation } from './sample-negotiation.ts'
import { sampleDigestOfPlatform, sampleReport } from './sample-reports.ts'

export interface Sample extends NotificationText {
  /** The page that its button opens. */
  readonly path: string
}

/** An e-mail of each kind with made-up people. `now` is in milliseconds UTC. */
export function samplesAt(now: number, currency: string): Readonly<Record<NotificationKind, Sample>> {
  const { agreement, campaign, counteroffer, offer, influencerName, sponsorName } = sampleNegotiation(now)
  const wording = { now, currency }
  const closing = { by: influencerName, campaignName: campaign.name, offer, currency }
  const from = { by: influencerName, campaignName: campaign.name }
  const openOffer = { ...offer, campaignName: campaign.name, senderName: sponsorName, currency }
  return {
    sign_up_again: { ...signUpAgainText, path: routes.signIn.href() },
    email_taken: { ...emailTakenText, path: routes.signIn.href() },
    email_confirmation: { ...confirmationText, path: sampleLink(routes.emailLinks.confirmation) },
    email_change_link: { ...changeLinkText, path: sampleLink(routes.emailLinks.confirmation) },
    email_change_requested: {
      ...changeRequestedText('mara@walks.example', now - HOUR),
      path: routes.settings.email.show.href(),
    },
    email_changed: {
      ...emailChangedText('mara@walks.example', now - HOUR),
      path: sampleLink(routes.emailLinks.undo),
    },
    password_reset: { ...resetText, path: sampleLink(routes.emailLinks.reset) },
    password_changed: { ...passwordChangedText(now - HOUR), path: routes.settings.password.href() },
    email_undeliverable: {
      ...undeliverableText('bounced'),
      path: routes.settings.notifications.index.href(),
    },
    suspended: {
      ...suspendedText({
        reason: 'You asked two sponsors to pay outside of Parley.',
        until: now + 7 * DAY,
        isNew: true,
      }),
      path: routes.signIn.href(),
    },
    other_side_suspended: { ...otherSideSuspendedText(influencerName), path: requestPath },
    ...sampleFlags,
    suspension_ended: { ...suspensionEndedText, path: routes.home.href() },
    deletion_requested: {
      ...requestedText(now + 14 * DAY, { isByAdmin: false, isSuspended: false }),
      path: routes.settings.data.show.href(),
    },
    deletion_stopped: { ...stoppedText({ isByAdmin: false }), path: routes.home.href() },
    account_deleted: { ...deletedText, path: routes.landing.href() },
    sponsor_waiting: { ...waitingText(sponsorName, now - DAY), path: routes.admin.sponsors.href() },
    sponsor_approved: { ...approvedText, path: routes.campaigns.new.href() },
    sponsor_rejected: { ...sponsorRejectedText(rejection), path: routes.waiting.show.href() },
    sponsor_name_waiting: {
      ...nameWaitingText('Northway Trail Group'),
      path: routes.admin.sponsors.href({ status: 'renamed' }),
    },
    sponsor_name_approved: {
      ...nameApprovedText('Northway Trail Group'),
      path: routes.settings.profile.href(),
    },
    sponsor_name_rejected: {
      ...nameRejectedText('Northway Trail Group', nameRejection),
      path: routes.settings.profile.href(),
    },
    campaign_deleted: {
      ...campaignDeletedText({ name: campaign.name, sponsorName }),
      path: routes.campaigns.index.href(),
    },
    campaign_ended: { ...endedText(campaign.name), path: requestPath },
    daily_reminder: { ...digestText(sampleDigest(now), currency), path: routes.adRequests.index.href() },
    monthly_report: { ...reportText(sampleReport(currency)), path: reportHref('2026-10') },
    audit_log_broken: {
      ...brokenText([{ kind: 'event_changed', seal: 812, event: 4711 }]),
      path: routes.admin.audit.verification.href(),
    },
    admin_digest: {
      ...reportText(sampleDigestOfPlatform(currency), { id: 812, hash: '3f9a01c7'.repeat(8) }),
      path: reportHref('2026-10'),
    },
    ad_request_invitation: {
      ...invitationText({ offer, campaign, sponsorName }, wording),
      path: requestPath,
    },
    ad_request_application: {
      ...applicationText({ offer: counteroffer, campaign }, influencerName, wording),
      path: requestPath,
    },
    ad_request_offer: { ...offerText(offer, counteroffer, from, wording), path: requestPath },
    ad_request_accepted: { ...acceptedText({ ...agreement, currency }), path: requestPath },
    ad_request_agreed: { ...agreedText({ ...agreement, currency }), path: requestPath },
    ad_request_budget_short: {
      ...budgetShortageText(
        {
          latest: counteroffer,
          closesAt: counteroffer.expiresAt,
          influencer: { name: influencerName },
          campaign: { name: campaign.name, budget: cents(1_000_000), committed: cents(875_000) },
        },
        currency,
      ),
      path: requestPath,
    },
    ad_request_rejected: {
      ...rejectedText(closing, { reason: 'budget', comment: 'Two days of filming cost me more than that.' }),
      path: requestPath,
    },
    ad_request_withdrawn: {
      ...withdrawnText({ ...closing, by: sponsorName }),
      path: requestPath,
    },
    offer_half_time: { ...reminderText('half', openOffer), path: requestPath },
    offer_almost_expired: { ...reminderText('last', openOffer), path: requestPath },
    offer_expired: { ...expiredText(campaign.name, 'Nora Oduya'), path: requestPath },
    ad_request_message: {
      ...messageText(
        sponsorName,
        campaign.name,
        'Which size do you wear?\n\nWe can send the boots on Monday.',
      ),
      path: requestPath,
    },
    abuse_report_decided: {
      ...decidedText('Autumn Trail Boots', { state: 'dismissed', dismissalReason: 'not_enough' }),
      path: routes.abuseReports.show.href({ reportId: 7 }),
    },
    abuse_warning: {
      ...warningText(
        { subject: 'campaign', title: 'Autumn Trail Boots' },
        'The brief promises a bonus that the terms do not mention. Please name it in the terms or leave it out.',
      ),
      path: routes.campaigns.show.href({ campaignId: 7 }),
    },
    abuse_case_assigned: {
      ...assignedText('Autumn Trail Boots', 'Ada'),
      path: routes.admin.abuseReports.show.href({ caseId: 7 }),
    },
    export_ready: {
      ...readyText({ kind: 'ad_requests', rows: 12_480, expiresAt: now + 7 * DAY, token: 'sample' }),
      path: routes.exports.show.href({ exportId: 7 }),
    },
  }
}

const requestPath = routes.adRequests.show.href({ adRequestId: 7 })

const nameRejection = 'Another company is known by that name. Please choose one that is your own.'

const rejection = 'Your website does not open. Please add one where we can see your products.'

// A token of the length of a real one, which nobody has.
function sampleLink(route: Route<`${string}/:token`>): string {
  return route.href({ token: 'x'.repeat(43) })
}
