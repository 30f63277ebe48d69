import * as z from 'zod'
import { choice, day, webAddress, wholeNumber } from '../../../platform/forms/fields.ts'
import type { FieldsOf } from '../../../platform/forms/form-from.ts'
import { platformKeys } from '../../../shared/taxonomy.ts'
import { addDays } from '../../../shared/time.ts'
import { displayName } from '../../accounts/forms.ts'
import type { ChannelDetails } from '../schema.ts'

/** More than the largest channel has, and small enough that sums stay exact. */
const MAX_COUNT = 2_000_000_000
const MAX_AGE_IN_DAYS = 2 * 365

/** `today` is the current day in the influencer's time zone. The inputs are in `channel-fields.tsx`. */
export function channelFields(today: string) {
  return {
    platform: choice(platformKeys, 'Choose a platform'),
    handle: displayName(100, 'Enter the handle').transform((text) => text.replace(/^@\s*/, '')),
    url: webAddress("Enter the channel's web address, like https://example.com/mara"),
    followers: count('Enter the number of followers'),
    averageViews: count('Enter the average views'),
    averageLikes: count('Enter the average likes'),
    averageComments: count('Enter the average comments'),
    postsLast30Days: wholeNumber({ required: 'Enter the number of posts', min: 0, max: 3_000 }),
    metricsDate: day('Enter the day when you looked up these numbers').pipe(
      z
        .string()
        .refine((date) => date <= today, { error: 'Choose today or an earlier date' })
        .refine((date) => date > addDays(today, -MAX_AGE_IN_DAYS), {
          error: 'These numbers are more than two years old. Look them up again',
        }),
    ),
  } satisfies FieldsOf<ChannelDetails>
}

export function channelForm(today: string) {
  return z.object(channelFields(today))
}

function count(required: string) {
  return wholeNumber({ required, min: 0, max: MAX_COUNT })
}
