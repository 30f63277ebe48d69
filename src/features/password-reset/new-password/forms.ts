import * as z from 'zod'
import { choice } from '../../../platform/forms/fields.ts'
import { newPassword } from '../../accounts/forms.ts'
import { passwordProblem } from '../../accounts/passwords/password-rules.ts'
import type { OpenReset } from '../queries.ts'

/** A new password for one of the accounts of a link, named by its username. It need not be named if there is only one. */
export function resetForm({ address: email, accounts: [first, ...others] }: OpenReset) {
  const account =
    others.length > 0
      ? choice([first.username, ...others.map(({ username }) => username)], 'Choose your account')
      : choice([first.username], 'The account that you chose is gone').default(first.username)
  return z
    .object({ account, newPassword })
    .superRefine(({ account: username, newPassword: password }, context) => {
      const problem = passwordProblem(password, { username, email })
      if (problem) context.addIssue({ code: 'custom', path: ['newPassword'], message: problem })
    })
}
