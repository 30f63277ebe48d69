import * as z from 'zod'
import { choice, money, wholeNumber } from '../../../platform/forms/fields.ts'
import type { FieldsOf } from '../../../platform/forms/form-from.ts'
import { cents } from '../../../shared/money.ts'
import { deliverableKindKeys } from '../../../shared/taxonomy.ts'
import type { RateDetails } from '../schema.ts'

/** The inputs are in `rate-fields.tsx`. */
export const rateFields = {
  kind: choice(deliverableKindKeys, 'Choose what the price is for'),
  price: money({ required: 'Enter a price', min: cents(1_00) }),
  days: wholeNumber({ required: 'Enter the number of days', min: 1, max: 365 }),
} satisfies FieldsOf<RateDetails>

export const rateForm = z.object(rateFields)
