import { abuseReportRoutes } from './features/abuse-reports/routes.tsx'
import { accountRoutes } from './features/accounts/routes.tsx'
import { adRequestRoutes } from './features/ad-requests/routes.tsx'
import { adminRoutes } from './features/admin/routes.tsx'
import { bulkActionRoutes } from './features/bulk-actions/routes.tsx'
import { calendarSettings } from './features/calendar/settings/routes.tsx'
import { campaignRoutes } from './features/campaigns/routes.tsx'
import { discoveryRoutes } from './features/discovery/routes.tsx'
import { emailAddressRoutes } from './features/email-addresses/routes.tsx'
import { exportRoutes } from './features/exports/routes.tsx'
import { flagRoutes } from './features/flags/routes.tsx'
import { homeRoutes } from './features/home/routes.tsx'
import { influencerRoutes } from './features/influencers/routes.tsx'
import { marketingRoutes } from './features/marketing/routes.tsx'
import { notificationRoutes } from './features/notifications/routes.tsx'
import { passwordResetRoutes } from './features/password-reset/routes.tsx'
import { personalDataRoutes } from './features/personal-data/routes.tsx'
import { reasonTemplateRoutes } from './features/reason-templates/routes.tsx'
import { reportRoutes } from './features/reports/routes.tsx'
import { signUpRoutes } from './features/sign-up/routes.tsx'
import { sponsorRoutes } from './features/sponsors/routes.tsx'
import { listViewRoutes } from './platform/list/view-routes.ts'

/** The pages of every feature, each with its own guards. */
export const features = [
  marketingRoutes,
  accountRoutes,
  emailAddressRoutes,
  passwordResetRoutes,
  signUpRoutes,
  sponsorRoutes,
  influencerRoutes,
  // Before the campaigns: it passes sponsors on to the list of their own.
  discoveryRoutes,
  campaignRoutes,
  homeRoutes,
  adRequestRoutes,
  flagRoutes,
  reportRoutes,
  calendarSettings,
  notificationRoutes,
  exportRoutes,
  abuseReportRoutes,
  personalDataRoutes,
  listViewRoutes,
  adminRoutes,
  bulkActionRoutes,
  reasonTemplateRoutes,
]
