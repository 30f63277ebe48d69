/** How a notification leaves Parley. The bell is not a channel: it always has every notification. */
export const channels = {
  email: { label: 'E-mail', inText: 'e-mail' },
  chat: { label: 'Google Chat', inText: 'Google Chat' },
  sms: { label: 'SMS', inText: 'SMS' },
} as const

export type Channel = keyof typeof channels

export const channelKeys = Object.keys(channels) as [Channel, ...Channel[]]
