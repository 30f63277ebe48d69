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
    email_changed: 'E-mail address changed',
    password_changed: 'Password changed',
    warned: 'Warned',
    data_requested: 'Asked for a copy of their data',
    deletion_requested: 'Asked to delete the account',
    deletion_stopped: 'Kept the account after all',
    deleted: 'Deleted',
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
    unflagged: 'Flag removed',
  },
  ad_request: {
    invited: 'Invitation sent',
    applied: 'Application sent',
    countered: 'Counteroffer made',
    edited: 'Offer replaced',
    accepted: 'Accepted',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    expired: 'Expired',
  },
  abuse_case: {
    assigned: 'Assigned',
    released: 'Given back',
    dismissed: 'Dismissed',
    upheld: 'Upheld',
    marked_abusive: 'Report marked as made in bad faith',
    unmarked_abusive: 'Report no longer marked as made in bad faith',
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
} as const

export type EventSubject = keyof typeof eventKinds

/** `EventKind<'campaign'>`: the kinds of event that can happen to a campaign. */
export type EventKind<Subject extends EventSubject = EventSubject> = {
  [S in Subject]: keyof (typeof eventKinds)[S]
}[Subject]
