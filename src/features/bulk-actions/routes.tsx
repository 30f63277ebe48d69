import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { roles } from '../../platform/http/guards.ts'
import { routes } from '../../routes.ts'
import { listRoutes } from './list/routes.ts'
import { questionRoutes } from './question/routes.tsx'
import { progressRoutes } from './show/routes.tsx'

export const bulkActionRoutes = new Hono<AppEnv>()

bulkActionRoutes.use(`${routes.admin.bulkActions.index.pattern}/*`, roles('admin'))

bulkActionRoutes.route('/', listRoutes)
bulkActionRoutes.route('/', questionRoutes)
bulkActionRoutes.route('/', progressRoutes)
