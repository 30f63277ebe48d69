import { routes } from '../../../routes.ts'
import { channelKeys } from '../../notifications/channels.ts'

/** The only pages and forms that a sponsor may use before an admin approves them. */
export const openBeforeApproval = [
  routes.waiting.show,
  routes.waiting.resubmission,
  routes.settings.profile,
  routes.settings.account,
  routes.settings.password,
  ...Object.values(routes.settings.data),
  ...Object.values(routes.settings.email),
  ...Object.values(routes.forgotPassword),
  routes.changePassword,
  routes.help,
  routes.settings.notifications.index,
  routes.settings.notifications.emailRetry,
  routes.signOut,
]
  .map((route) => route.href())
  .concat(channelKeys.map((channel) => routes.settings.notifications.test.href({ channel })))
