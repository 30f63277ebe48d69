import { routes } from '../../../routes.ts'

/** The only pages and forms that a sponsor may use before an admin approves them. */
export const openBeforeApproval = [
  routes.waiting.show,
  routes.waiting.resubmission,
  routes.settings.profile,
  routes.settings.account,
  routes.settings.password,
  routes.signOut,
].map((route) => route.href())
