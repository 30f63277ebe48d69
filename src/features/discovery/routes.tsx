import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { permitted } from '../../platform/http/guards.ts'
import { routes } from '../../routes.ts'
import { campaignSearch } from './campaigns/routes.tsx'
import { comparisonRoutes } from './comparison/routes.tsx'
import { influencerSearch } from './influencers/routes.tsx'
import { canCompare, canSaveSearches, canShortlist } from './policy.ts'
import { savedSearchRoutes } from './saved-searches/routes.tsx'
import { shortlistRoutes } from './shortlists/routes.tsx'

export const discoveryRoutes = new Hono<AppEnv>()

discoveryRoutes.use('/shortlists/*', permitted(canShortlist))
discoveryRoutes.use(routes.comparison.pattern, permitted(canCompare))
discoveryRoutes.use('/searches/*', permitted(canSaveSearches))

discoveryRoutes.route('/', campaignSearch)
discoveryRoutes.route('/', influencerSearch)
discoveryRoutes.route('/', shortlistRoutes)
discoveryRoutes.route('/', comparisonRoutes)
discoveryRoutes.route('/', savedSearchRoutes)
