import { routes } from '../../../routes.ts'
import type { StockName } from '../../statistics/sources.ts'
import type { Sum } from '../../statistics/values.ts'

/** A figure about now at the top of the overview. */
export interface Glance {
  readonly label: string
  readonly count: (now: Sum<StockName>) => number
  /** The list that it counts. */
  readonly href: string
}

const { admin, campaigns } = routes

export const glances: readonly Glance[] = [
  {
    label: 'Sponsors waiting',
    count: (now) => now('accounts', 'sponsor_pending'),
    href: admin.sponsors.href(),
  },
  {
    label: 'Active sponsors',
    count: (now) => now('accounts', 'sponsor_active'),
    href: admin.users.href({ role: 'sponsor', status: 'active' }),
  },
  {
    label: 'Active influencers',
    count: (now) => now('accounts', 'influencer_active'),
    href: admin.users.href({ role: 'influencer', status: 'active' }),
  },
  {
    label: 'Suspended accounts',
    count: (now) => now('accounts', 'sponsor_suspended') + now('accounts', 'influencer_suspended'),
    href: admin.users.href({ status: 'suspended' }),
  },
  { label: 'Deals', count: (now) => now('deals'), href: admin.adRequests.href({ state: 'accepted' }) },
  { label: 'Open campaigns', count: (now) => now('open_campaigns'), href: campaigns.index.href() },
  {
    label: 'Flagged campaigns',
    count: (now) => now('flagged_campaigns'),
    href: admin.campaigns.href({ flagged: 'yes' }),
  },
  {
    label: 'Flagged influencers',
    count: (now) => now('flagged_influencers'),
    href: admin.users.href({ role: 'influencer', flagged: 'yes' }),
  },
]
