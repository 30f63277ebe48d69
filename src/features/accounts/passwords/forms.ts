import * as z from 'zod'
import { newPassword } from '../forms.ts'
import { type PasswordOwner, passwordProblem } from './password-rules.ts'

/** A new password for an account that nobody is signed in to: from a link in an e-mail. */
export function newPasswordForm(account: PasswordOwner) {
  return z.object({ newPassword }).superRefine(({ newPassword: password }, context) => {
    const problem = passwordProblem(password, account)
    if (problem) context.addIssue({ code: 'custom', path: ['newPassword'], message: problem })
  })
}
