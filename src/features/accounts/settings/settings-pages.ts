import { routes } from '../../../routes.ts'
import type { Role } from '../schema.ts'

export interface SettingsTab {
  readonly label: string
  readonly href: string
  readonly roles: readonly Role[]
  /** Of no use to a sponsor who waits for approval, and not open to them. */
  readonly needsApproval?: true
}

const everyone: readonly Role[] = ['admin', 'sponsor', 'influencer']

/** The settings and who has them, in the order of the tabs. The tabs and the guards both follow this table. */
export const settingsPages = {
  profile: { label: 'Profile', href: routes.settings.profile.href(), roles: ['sponsor', 'influencer'] },
  channels: { label: 'Channels', href: routes.settings.channels.index.href(), roles: ['influencer'] },
  rates: { label: 'Rate card', href: routes.settings.rates.index.href(), roles: ['influencer'] },
  notifications: {
    label: 'Notifications',
    href: routes.settings.notifications.index.href(),
    roles: everyone,
  },
  calendar: {
    label: 'Calendar',
    href: routes.settings.calendar.show.href(),
    roles: ['sponsor', 'influencer'],
    needsApproval: true,
  },
  account: { label: 'Account', href: routes.settings.account.href(), roles: everyone },
  password: { label: 'Password', href: routes.settings.password.href(), roles: everyone },
  security: { label: 'Security', href: routes.settings.security.show.href(), roles: everyone },
  data: { label: 'Your data', href: routes.settings.data.show.href(), roles: everyone },
} as const satisfies Record<string, SettingsTab>

export type SettingsPageName = keyof typeof settingsPages
