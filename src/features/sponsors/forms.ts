import * as z from 'zod'
import { money, name, optional, paragraphs, webAddress } from '../../platform/forms/fields.ts'
import type { FieldsOf } from '../../platform/forms/form-from.ts'
import { publicName } from '../accounts/forms.ts'
import type { SponsorProfile } from './schema.ts'

export const ABOUT_LENGTH = 2_000

/** The fields at sign-up and in the settings. Their inputs are in `sponsor-fields.tsx`. */
export const sponsorFields = {
  companyName: publicName(120, 'Enter your company name or your own name'),
  industry: name({ max: 80, required: 'Enter your industry' }),
  annualBudget: optional(money(), null),
  website: optional(webAddress(), null),
  about: optional(paragraphs({ max: ABOUT_LENGTH }), ''),
} satisfies FieldsOf<SponsorProfile>

export const sponsorProfileForm = z.object(sponsorFields)
