import * as z from 'zod'
import { optional } from '../../platform/forms/fields.ts'
import { accountFields, email, newPassword, username, withoutOwnName } from '../accounts/forms.ts'
import { influencerFields, nicheBelongs } from '../influencers/forms.ts'
import { sponsorFields } from '../sponsors/forms.ts'

/** The account settings, and the fields that are chosen only once. In the order of the page, like their errors. */
const signUpFields = {
  username,
  displayName: optional(accountFields.displayName),
  email,
  password: newPassword,
  timeZone: accountFields.timeZone,
}

export const sponsorSignUpForm = z.object({ ...signUpFields, ...sponsorFields }).superRefine(withoutOwnName)

export const influencerSignUpForm = z
  .object({ ...signUpFields, ...influencerFields })
  .superRefine(withoutOwnName)
  .superRefine(nicheBelongs)
