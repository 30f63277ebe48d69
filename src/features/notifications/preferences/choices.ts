import { type Channel, channelKeys } from '../channels.ts'
import { isChoice, isDefault, kindKeys, type NotificationKind } from '../notification-kinds.ts'

/** What a person chose for a kind and a channel. */
export interface Choice {
  readonly kind: NotificationKind
  readonly channel: Channel
  readonly isOn: boolean
}

/** The channels that are on for each kind, given the choices that differ from the defaults. */
export function chosenChannels(
  choices: readonly Choice[],
): ReadonlyMap<NotificationKind, ReadonlySet<Channel>> {
  return new Map(
    kindKeys.map((kind) => [kind, new Set(channelKeys.filter((channel) => isOn(kind, channel, choices)))]),
  )
}

function isOn(kind: NotificationKind, channel: Channel, choices: readonly Choice[]): boolean {
  const choice = choices.find((one) => one.kind === kind && one.channel === channel)
  return choice !== undefined && isChoice(kind, channel) ? choice.isOn : isDefault(kind, channel)
}
