import { Hono } from 'hono'
import type { AppEnv } from '../../platform/http/context.ts'
import { accountSettings } from './settings/account/routes.tsx'
import { notificationSettings } from './settings/notifications/routes.tsx'
import { passwordSettings } from './settings/password/routes.tsx'
import { securitySettings } from './settings/security/routes.tsx'
import { signIn } from './sign-in/routes.tsx'

/** Signing in and out, and the settings that every role has. */
export const accountRoutes = new Hono<AppEnv>()

accountRoutes.route('/', signIn)
accountRoutes.route('/', accountSettings)
accountRoutes.route('/', passwordSettings)
accountRoutes.route('/', securitySettings)
accountRoutes.route('/', notificationSettings)
