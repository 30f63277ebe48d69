import * as z from 'zod'
import { optional } from '../../platform/forms/fields.ts'
import {
  displayName,
  email,
  newPassword,
  timeZone,
  username,
  withoutOwnName,
} from '../accounts/account.schema.ts'
import { influencerFields, nicheBelongs, sponsorFields } from '../sponsors/forms.ts'

const accountFields = {
  username,
  email,
  password: newPassword,
  displayName: optional(displayName(80, 'Enter a name')),
  timeZone: timeZone,
}

export const sponsorSignUpForm = z.object({ ...accountFields, ...sponsorFields }).superRefine(withoutOwnName)

export const influencerSignUpForm = z
  .object({ ...accountFields, ...influencerFields })
  .superRefine(withoutOwnName)
  .superRefine(nicheBelongs)

export type AccountForm = Pick<z.output<typeof sponsorSignUpForm>, keyof typeof accountFields>
