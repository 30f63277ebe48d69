import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { sponsorSettings } from './settings/routes.tsx'
import { waiting } from './waiting/routes.tsx'

export const sponsorRoutes = new Hono<AppEnv>()

sponsorRoutes.route('/', sponsorSettings)
sponsorRoutes.route('/', waiting)
