import { type UsageChannel, usageChannels } from './taxonomy.ts'

export interface UsageRights {
  readonly usageChannels: readonly UsageChannel[]
  readonly usageMonths: number
}

/** Where a sponsor may show the work, and for how long: "Organic posts, Paid social ads, 3 months". */
export function usageRightsText({ usageChannels: channels, usageMonths }: UsageRights): string {
  if (channels.length === 0 || usageMonths === 0) return 'None beyond the post itself'
  const months = usageMonths === 1 ? '1 month' : `${usageMonths} months`
  return `${channels.map((channel) => usageChannels[channel]).join(', ')}, ${months}`
}
