import * as z from 'zod'
import { name } from '../../../../platform/forms/fields.ts'
import { accountFields } from '../../forms.ts'

export const accountForm = z.object(accountFields)

/** Admins are the house, so their names may say so. */
export const adminAccountForm = accountForm.extend({
  displayName: name({ max: 80, required: 'Enter a name' }),
})

export type AccountForm = z.output<typeof accountForm>
