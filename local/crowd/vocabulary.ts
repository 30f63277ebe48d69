import type { Category } from '../../src/shared/taxonomy.ts'
import { beauty } from './niches/beauty.ts'
import { business } from './niches/business.ts'
import { family } from './niches/family.ts'
import { fashion } from './niches/fashion.ts'
import { fitness } from './niches/fitness.ts'
import { food } from './niches/food.ts'
import { gaming } from './niches/gaming.ts'
import { health } from './niches/health.ts'
import { home } from './niches/home.ts'
import type { CategoryWords, NicheWords } from './niches/niche-words.ts'
import { outdoors } from './niches/outdoors.ts'
import { technology } from './niches/technology.ts'
import { travel } from './niches/travel.ts'

/** The words of a category: its companies and its niches. */
export function wordsOf(category: Category): CategoryWords<string> {
  return vocabulary[category]
}

/** The words of one niche; throws where the vocabulary has none, which the types of its files prevent. */
export function nicheWords(category: Category, niche: string): NicheWords {
  const words = wordsOf(category).niches[niche]
  if (!words) throw new Error(`There are no words for ${category}, ${niche}`)
  return words
}

const vocabulary = {
  beauty,
  fashion,
  food,
  fitness,
  health,
  travel,
  outdoors,
  technology,
  gaming,
  home,
  family,
  business,
} satisfies Record<Category, unknown>
