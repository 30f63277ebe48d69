import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { indexRoutes } from './index-routes.tsx'
import { showRoutes } from './show-routes.tsx'

export const shortlistRoutes = new Hono<AppEnv>()

shortlistRoutes.route('/', indexRoutes)
shortlistRoutes.route('/', showRoutes)
