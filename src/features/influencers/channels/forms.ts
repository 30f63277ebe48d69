import * as z from 'zod'
import { choice, day, webAddress, wholeNumber } from '../../../platform/forms/fields.ts'
import { platformKeys } from '../../../shared/taxonomy.ts'
import { addDays } from '../../../shared/time.ts'
import { displayName } from '../../accounts/account.schema.ts'

/** More people than the largest channel has, and less than would strain a sum. */
const MANY = 2_000_000_000
const OLDEST = 2 * 365

/** A channel's form; `today` is the day where its owner is. */
export function channelForm(today: string) {
  return z.object({
    platform: choice(platformKeys, 'Choose a platform'),
    handle: displayName(100, 'Enter the handle').transform((text) => text.replace(/^@\s*/, '')),
    url: webAddress('Enter the address of the channel, like https://example.com/mara'),
    followers: figure('followers'),
    averageViews: figure('average views'),
    averageLikes: figure('average likes'),
    averageComments: figure('average comments'),
    postsLast30Days: wholeNumber({ required: 'Enter the number of posts', least: 0, most: 3_000 }),
    figuresDate: day('Enter the day of these figures').pipe(
      z
        .string()
        .refine((date) => date <= today, { error: 'This day has not come yet' })
        .refine((date) => date > addDays(today, -OLDEST), {
          error: 'These figures are more than two years old: look them up again',
        }),
    ),
  })
}

export type ChannelForm = z.output<ReturnType<typeof channelForm>>

function figure(what: string) {
  return wholeNumber({ required: `Enter the ${what}`, least: 0, most: MANY })
}
