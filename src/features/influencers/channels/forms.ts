import * as z from 'zod'
import { choice, day, line, optional, webAddress, wholeNumber } from '../../../platform/forms/fields.ts'
import type { FieldsOf } from '../../../platform/forms/form-from.ts'
import { type Platform, platformKeys, platforms } from '../../../shared/taxonomy.ts'
import { addDays } from '../../../shared/time.ts'
import type { ChannelDetails } from '../schema.ts'
import { handleInAddress, normalizeHandle, profileAddress } from './handle.ts'

/** More than the largest channel has, and small enough that sums stay exact. */
const MAX_COUNT = 2_000_000_000
const MAX_AGE_IN_DAYS = 2 * 365

/** `today` is the current day in the influencer's time zone. The inputs are in `channel-fields.tsx`. */
export function channelFields(today: string) {
  return {
    platform: choice(platformKeys, 'Choose a platform'),
    handle: handleField,
    url: urlField,
    followers: count('Enter the number of followers'),
    postsLast30Days: wholeNumber({ required: 'Enter the number of posts', min: 0, max: 3_000 }),
    averageViews: count('Enter the average views'),
    averageLikes: count('Enter the average likes'),
    averageComments: count('Enter the average comments'),
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
  return z.preprocess(combineFields, z.object(channelFields(today)))
}

/** In the form in which handles are stored. The platform says what that is. */
const handleField = z
  .object({ platform: z.unknown(), handle: line({ max: 300, required: 'Enter the handle' }) })
  .transform(({ platform, handle }, context) => {
    if (!isPlatform(platform)) return handle
    const normalized = normalizeHandle(platform, handle)
    if (normalized === null)
      return invalid(context, `Enter the handle on ${platforms[platform]}, or the address of the profile`)
    return normalized.length <= MAX_HANDLE
      ? normalized
      : invalid(context, `Use at most ${MAX_HANDLE} characters`)
  })

/** If it is left empty, the profile's address, where the handle tells it. */
const urlField = z
  .object({ platform: z.unknown(), handle: z.unknown(), url: optional(webAddress()) })
  .transform(({ platform, handle, url }, context) => {
    const known =
      isPlatform(platform) && typeof handle === 'string' ? normalizeHandle(platform, handle) : null
    if (!isPlatform(platform) || known === null) return url ?? ''
    const shown = url === undefined ? null : handleInAddress(platform, url)
    if (shown !== null && shown !== known)
      return invalid(context, `This is the address of ${shown}, not of ${known}`)
    return url ?? profileAddress(platform, known) ?? invalid(context, ENTER_ADDRESS)
  })

const ENTER_ADDRESS = "Enter the channel's web address, like https://example.com/mara"
const MAX_HANDLE = 100

// Fields that depend on another one are checked together with it, so that all errors show at once.
function combineFields(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input
  const form: Record<string, unknown> = { ...input }
  const { platform, handle, url } = form
  return { ...form, handle: { platform, handle }, url: { platform, handle, url } }
}

function isPlatform(value: unknown): value is Platform {
  return typeof value === 'string' && Object.hasOwn(platforms, value)
}

function invalid(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

function count(required: string) {
  return wholeNumber({ required, min: 0, max: MAX_COUNT })
}
