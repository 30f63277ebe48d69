import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { roles, signedIn } from '../../platform/http/guards.ts'
import { routes } from '../../routes.ts'
import { listRoutes } from './list/routes.tsx'
import { negotiationRoutes } from './negotiation/routes.tsx'
import { openingRoutes } from './opening/routes.tsx'

export const adRequestRoutes = new Hono<AppEnv>()

adRequestRoutes.use('/ad-requests/*', signedIn)
adRequestRoutes.use(routes.adRequests.new.pattern, roles('sponsor'))
adRequestRoutes.use(routes.campaigns.adRequests.pattern, roles('sponsor'))
adRequestRoutes.use(routes.campaigns.applications.pattern, roles('influencer'))

adRequestRoutes.route('/', listRoutes)
adRequestRoutes.route('/', openingRoutes)
adRequestRoutes.route('/', negotiationRoutes)
