import * as z from 'zod'
import { line, list, optional } from '../../../../platform/forms/fields.ts'
import { type FormState, formWith } from '../../../../platform/forms/form.ts'
import { parseChatWebhook } from '../../../../platform/messaging/google-chat.ts'
import type { Channel } from '../../../notifications/channels.ts'
import { isChoice, kindsFor, type NotificationKind } from '../../../notifications/notification-kinds.ts'
import type { Choice } from '../../../notifications/preferences/choices.ts'
import type { DeliveryPreferences } from '../../../notifications/preferences/queries.ts'
import type { Role } from '../../schema.ts'

/** The incoming webhook of a Google Chat space. Null if left empty. */
const chatWebhook = optional(
  line({ max: 500 }).transform((text, context) => {
    const webhook = parseChatWebhook(text)
    if (webhook !== null) return webhook
    const message = 'Paste the whole webhook, which begins with https://chat.googleapis.com/v1/spaces/'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }),
  null,
)

/** A phone number in E.164, whatever it was typed with. Null if left empty. */
const phone = optional(
  line({ max: 40 })
    .transform((text) => text.replace(/[\s().\-/]/g, '').replace(/^00/, '+'))
    .pipe(
      z.string().regex(/^\+[1-9]\d{6,14}$/, {
        error: 'Enter the number with its country code, like +46 70 123 45 67',
      }),
    ),
  null,
)

/** A time of the day, such as 22:30, as minutes. Null if left empty. */
const minuteOfDay = optional(
  line({ max: 5 }).transform((text, context) => {
    const [, hours = '', minutes = ''] = /^([01]\d|2[0-3]):(00|15|30|45)$/.exec(text) ?? []
    if (hours !== '') return Number(hours) * 60 + Number(minutes)
    context.addIssue({ code: 'custom', message: 'Choose a time from the list' })
    return z.NEVER
  }),
  null,
)

export const notificationsForm = z
  .object({
    chatWebhook,
    phone,
    quietFrom: minuteOfDay,
    quietTo: minuteOfDay,
    /** What is ticked in the table: `ad_request_offer.email`. */
    on: list(500),
  })
  .superRefine(({ quietFrom, quietTo }, context) => {
    const problem = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (quietFrom !== null && quietTo === null) problem('quietTo', 'Choose when the quiet hours end')
    if (quietFrom === null && quietTo !== null) problem('quietFrom', 'Choose when the quiet hours begin')
    if (quietFrom !== null && quietFrom === quietTo)
      problem('quietTo', 'Choose another time than the beginning')
  })

export type NotificationsForm = z.output<typeof notificationsForm>

/** The value of a checkbox in the table. */
export function tick(kind: NotificationKind, channel: Channel): string {
  return `${kind}.${channel}`
}

/** What the ticks say about every kind and channel that the form showed. */
export function choicesOf(on: readonly string[], role: Role, shown: readonly Channel[]): Choice[] {
  return kindsFor(role).flatMap((kind) =>
    shown
      .filter((channel) => isChoice(kind, channel))
      .map((channel) => ({ kind, channel, isOn: on.includes(tick(kind, channel)) })),
  )
}

/** The form as it is stored. */
export function storedForm({
  chatWebhook,
  phone,
  quietFrom,
  quietTo,
  chosen,
}: DeliveryPreferences): FormState {
  return formWith({
    chatWebhook,
    phone,
    quietFrom: quietFrom === null ? null : timeOfDay(quietFrom),
    quietTo: quietTo === null ? null : timeOfDay(quietTo),
    on: [...chosen].flatMap(([kind, channels]) => [...channels].map((channel) => tick(kind, channel))),
  })
}

/** "22:30" for 1350. */
export function timeOfDay(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
