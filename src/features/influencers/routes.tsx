import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { channelSettings } from './channels/routes.tsx'
import { influencerProfile } from './profile/routes.tsx'
import { rateSettings } from './rates/routes.tsx'
import { influencerSettings } from './settings/routes.tsx'

export const influencerRoutes = new Hono<AppEnv>()

influencerRoutes.route('/', influencerProfile)
influencerRoutes.route('/', influencerSettings)
influencerRoutes.route('/', channelSettings)
influencerRoutes.route('/', rateSettings)
