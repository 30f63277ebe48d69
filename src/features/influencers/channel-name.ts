import { platforms } from '../../shared/taxonomy.ts'
import type { ChannelDetails } from './schema.ts'

/** "Instagram mara.outside". */
export function channelName({ platform, handle }: Pick<ChannelDetails, 'platform' | 'handle'>): string {
  return `${platforms[platform]} ${handle}`
}
