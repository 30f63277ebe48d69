import { alsoIn } from './countries.ts'
import type { Influencer } from './influencers.ts'
import { mara } from './mara.ts'
import type { Random } from './random.ts'
import { ALL_BUSY } from './size.ts'
import { nicheWords } from './vocabulary.ts'

/**
 * One sentence of the niche, or a few for those whom one meets first; sometimes the place, and a greeting in one's own
 * language. The networks themselves leave room for about twenty words.
 */
export function bioOf({ index, category, niche, city, languages }: Influencer, random: Random): string {
  if (index === 0) return mara.bio
  const sentences = random.some(nicheWords(category, niche).bios, index < ALL_BUSY ? random.whole(2, 3) : 1)
  const place = random.chance(0.4) ? [random.pick(places)(city)] : []
  const [own = 'en'] = languages
  const greeting = alsoIn[own] ?? ''
  return [...sentences, ...place, greeting].filter((sentence) => sentence !== '').join(' ')
}

const places: readonly ((city: string) => string)[] = [
  (city) => `Based in ${city}.`,
  (city) => `Mostly in and around ${city}.`,
  (city) => `At home in ${city}, happy to travel.`,
]
