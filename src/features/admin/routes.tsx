import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { roles } from '../../platform/http/guards.ts'
import { adRequestRoutes } from './ad-requests/routes.tsx'
import { auditRoutes } from './audit/routes.tsx'
import { bulkListRoutes } from './bulk-lists.ts'
import { campaignRoutes } from './campaigns/routes.tsx'
import { flagRoutes } from './flags/routes.tsx'
import { jobRoutes } from './jobs/routes.tsx'
import { mailRoutes } from './mail/routes.tsx'
import { mailPreviewRoutes } from './mail-preview/routes.tsx'
import { overviewRoutes } from './overview/routes.tsx'
import { personalDataRoutes } from './personal-data/routes.tsx'
import { securityLogRoutes } from './security-log/routes.tsx'
import { sponsorRoutes } from './sponsors/routes.tsx'
import { userRoutes } from './users/routes.tsx'

export const adminRoutes = new Hono<AppEnv>()

adminRoutes.use('/admin/*', roles('admin'))

adminRoutes.route('/', overviewRoutes)
adminRoutes.route('/', sponsorRoutes)
adminRoutes.route('/', userRoutes)
adminRoutes.route('/', campaignRoutes)
adminRoutes.route('/', adRequestRoutes)
adminRoutes.route('/', personalDataRoutes)
adminRoutes.route('/', flagRoutes)
adminRoutes.route('/', jobRoutes)
adminRoutes.route('/', auditRoutes)
adminRoutes.route('/', mailPreviewRoutes)
adminRoutes.route('/', mailRoutes)
adminRoutes.route('/', securityLogRoutes)
adminRoutes.route('/', bulkListRoutes)
