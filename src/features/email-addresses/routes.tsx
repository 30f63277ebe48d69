import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { confirmationRoutes } from './confirmation/routes.tsx'
import { emailSettings } from './settings/routes.tsx'
import { undoRoutes } from './undo/routes.tsx'

/** Confirming an e-mail address, and changing it. */
export const emailAddressRoutes = new Hono<AppEnv>()

emailAddressRoutes.route('/', emailSettings)
emailAddressRoutes.route('/', confirmationRoutes)
emailAddressRoutes.route('/', undoRoutes)
