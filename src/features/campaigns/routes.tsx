import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { roles } from '../../platform/http/guards.ts'
import { routes } from '../../routes.ts'
import { editRoutes } from './edit/routes.tsx'
import { goalRoutes } from './goals/routes.tsx'
import { listRoutes } from './list/routes.tsx'
import { stateRoutes } from './overview/state-routes.tsx'
import { showRoutes } from './show/routes.tsx'

export const campaignRoutes = new Hono<AppEnv>()

const { campaigns } = routes
const forSponsors = [
  campaigns.new,
  campaigns.edit,
  campaigns.publication,
  campaigns.pause,
  campaigns.pauseEnd,
  campaigns.completion,
  campaigns.deletion,
  campaigns.goalCompletion,
  campaigns.goalCompletionUndo,
]
for (const { pattern } of forSponsors) campaignRoutes.use(pattern, roles('sponsor'))
campaignRoutes.on('POST', campaigns.index.pattern, roles('sponsor'))

campaignRoutes.route('/', listRoutes)
campaignRoutes.route('/', editRoutes)
campaignRoutes.route('/', stateRoutes)
campaignRoutes.route('/', showRoutes)
campaignRoutes.route('/', goalRoutes)
