import { routes } from '../../../routes.ts'
import { signedOutByAdminText } from '../../accounts/notifications.ts'
import { newDeviceText } from '../../accounts/sign-in/notifications.ts'
import {
  codeGuessedText,
  recoveryCodeUsedText,
  twoFactorOffText,
  twoFactorOnText,
} from '../../accounts/two-factor/notifications.ts'

const path = routes.settings.security.show.href()

const origin = { device: 'Firefox on Windows', place: 'Lisbon, Portugal', network: '203.0.113.0/24' }

/** The e-mails about signing in. `at` is when it happened, in milliseconds UTC. */
export const sampleSecurity = (at: number) => ({
  new_device: { ...newDeviceText(origin, at), path },
  signed_out_by_admin: { ...signedOutByAdminText(at), path: routes.settings.password.href() },
  two_factor_on: { ...twoFactorOnText(at), path },
  two_factor_off: { ...twoFactorOffText(at, 'owner'), path },
  recovery_code_used: { ...recoveryCodeUsedText(at, 2), path },
  sign_in_code_guessed: { ...codeGuessedText(at), path: routes.settings.password.href() },
})
