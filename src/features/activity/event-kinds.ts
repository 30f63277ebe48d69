/**
 * Every kind of event with its label, grouped by what it happens to. A new kind starts here; the compiler then
 * names each timeline that needs a sentence for it.
 */
export const eventKinds = {
  user: {
    signed_up: 'Signed up',
    resubmitted: 'Resubmitted for approval',
    approved: 'Approved',
    rejected: 'Rejected',
    suspended: 'Suspended',
    suspension_ended: 'Suspension ended',
    email_confirmed: 'E-mail address confirmed',
    email_change_requested: 'Asked for a new e-mail address',
    email_change_canceled: 'New e-mail address canceled',
    email_changed: 'E-mail address changed',
    email_change_undone: 'Change of the e-mail address undone',
    password_changed: 'Password changed',
    password_reset: 'Password reset by e-mail',
    data_requested: 'Asked for a copy of their data',
    deletion_requested: 'Asked to delete the account',
    deletion_stopped: 'Kept the account after all',
    deleted: 'Deleted',
    name_requested: 'New name requested',
    name_withdrawn: 'New name withdrawn',
    name_approved: 'New name approved',
    name_rejected: 'New name rejected',
    suspension_changed: 'Suspension changed',
    flagged: 'Flagged',
    flag_appealed: 'Flag appealed',
    flag_kept: 'Flag kept after an appeal',
    unflagged: 'Flag removed',
    warned: 'Warned',
    sessions_ended: 'Signed out everywhere',
    two_factor_removed: 'Two-factor sign-in removed',
    removed: 'Removed because its e-mail address was never confirmed',
  },
  campaign: {
    created: 'Created',
    edited: 'Edited',
    published: 'Published',
    paused: 'Paused',
    resumed: 'Resumed',
    ended: 'Ended',
    completed: 'Completed',
    deleted: 'Deleted',
    goal_reached: 'Goal reached',
    goal_reopened: 'Goal reopened',
    flagged: 'Flagged',
    flag_appealed: 'Flag appealed',
    flag_kept: 'Flag kept after an appeal',
    unflagged: 'Flag removed',
  },
  ad_request: {
    invited: 'Invitation sent',
    applied: 'Application sent',
    countered: 'Counteroffer made',
    edited: 'Offer replaced',
    budget_short: 'Acceptance failed for the budget',
    accepted: 'Accepted',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    expired: 'Expired',
    flagged: 'Flagged',
    flag_appealed: 'Flag appealed',
    flag_kept: 'Flag kept after an appeal',
    unflagged: 'Flag removed',
  },
  message: {
    flagged: 'Flagged',
    flag_appealed: 'Flag appealed',
    flag_kept: 'Flag kept after an appeal',
    unflagged: 'Flag removed',
  },
  bulk_action: {
    started: 'Bulk action started',
    stopped: 'Bulk action stopped',
    resumed: 'Bulk action resumed',
  },
  reason_template: {
    added: 'Reason template added',
    edited: 'Reason template edited',
    moved: 'Reason template moved',
    retired: 'Reason template retired',
    restored: 'Reason template offered again',
  },
  job: {
    started: 'Job started',
  },
  outbox: {
    retried: 'Message sent again',
  },
  audit_log: {
    check_started: 'Check of the audit log started',
  },
  abuse_case: {
    assigned: 'Assigned',
    released: 'Given back',
    dismissed: 'Dismissed',
    upheld: 'Upheld',
    marked_abusive: 'Report marked as made in bad faith',
    unmarked_abusive: 'Report no longer marked as made in bad faith',
  },
} as const

export type EventSubject = keyof typeof eventKinds

/** `EventKind<'campaign'>`: the kinds of event that can happen to a campaign. */
export type EventKind<Subject extends EventSubject = EventSubject> = {
  [S in Subject]: keyof (typeof eventKinds)[S]
}[Subject]
