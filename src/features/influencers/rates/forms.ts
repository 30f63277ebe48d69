import * as z from 'zod'
import { choice, money, wholeNumber } from '../../../platform/forms/fields.ts'
import { cents } from '../../../shared/money.ts'
import { deliverableKindKeys } from '../../../shared/taxonomy.ts'

export const rateForm = z.object({
  kind: choice(deliverableKindKeys, 'Choose what the price is for'),
  price: money({ required: 'Enter a price', least: cents(1_00) }),
  days: wholeNumber({ required: 'Enter the number of days', least: 1, most: 365 }),
})

export type RateForm = z.output<typeof rateForm>
