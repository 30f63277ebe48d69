import { routes } from '../../../routes.ts'
import {
  codeGuessedText,
  recoveryCodeUsedText,
  twoFactorOffText,
  twoFactorOnText,
} from '../../accounts/two-factor/notifications.ts'

const path = routes.settings.security.show.href()

/** The e-mails about two-factor sign-in. `at` is when it happened, in milliseconds UTC. */
export const sampleSecurity = (at: number) => ({
  two_factor_on: { ...twoFactorOnText(at), path },
  two_factor_off: { ...twoFactorOffText(at, 'owner'), path },
  recovery_code_used: { ...recoveryCodeUsedText(at, 2), path },
  sign_in_code_guessed: { ...codeGuessedText(at), path: routes.settings.password.href() },
})
