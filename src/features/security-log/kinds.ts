/** What can happen to the security of an account, in the order of a story. A new kind starts here. */
export const securityEventKinds = {
  signed_in: { label: 'Signed in', tone: 'plain' },
  sign_in_failed: { label: 'Wrong password', tone: 'warning' },
  code_failed: { label: 'Wrong sign-in code', tone: 'warning' },
  limit_hit: { label: 'Too many attempts', tone: 'warning' },
  signed_out: { label: 'Signed out', tone: 'plain' },
  session_ended: { label: 'Signed out on another device', tone: 'plain' },
  other_sessions_ended: { label: 'Signed out on all other devices', tone: 'plain' },
  sessions_ended_by_admin: { label: 'Signed out everywhere by an admin', tone: 'change' },
  password_changed: { label: 'Password changed', tone: 'change' },
  reset_requested: { label: 'Password reset requested', tone: 'change' },
  reset_done: { label: 'Password reset', tone: 'change' },
  email_change_requested: { label: 'E-mail change requested', tone: 'change' },
  email_confirmed: { label: 'E-mail address confirmed', tone: 'change' },
  email_changed: { label: 'E-mail address changed', tone: 'change' },
  two_factor_on: { label: 'Two-factor sign-in switched on', tone: 'change' },
  two_factor_off: { label: 'Two-factor sign-in switched off', tone: 'change' },
  two_factor_removed_by_admin: { label: 'Two-factor sign-in removed by an admin', tone: 'change' },
  recovery_code_used: { label: 'Recovery code used', tone: 'change' },
  recovery_codes_made: { label: 'New recovery codes made', tone: 'change' },
  admin_page_denied: { label: 'Admin page refused', tone: 'warning' },
} as const satisfies Record<string, Kind>

interface Kind {
  readonly label: string
  /** `warning`: an attempt that failed. `change`: the owner should recognize it. */
  readonly tone: 'plain' | 'change' | 'warning'
}

export type SecurityEventKind = keyof typeof securityEventKinds

export const securityEventKindKeys = Object.keys(securityEventKinds) as [
  SecurityEventKind,
  ...SecurityEventKind[],
]

/** The labels by kind, for a select. */
export const securityEventLabels = Object.fromEntries(
  securityEventKindKeys.map((kind) => [kind, securityEventKinds[kind].label]),
) as Record<SecurityEventKind, string>
