import { type Category, categoryKeys, categoryLabel, nicheLabel } from '../../shared/taxonomy.ts'

/** The category of a niche; null if the niche is unknown. */
export function categoryOf(niche: string): Category | null {
  return categoryKeys.find((category) => nicheLabel(category, niche) !== undefined) ?? null
}

/** The error for a niche of another category; null if they fit. */
export function nicheError(category: Category | null, niche: string): string | null {
  const own = categoryOf(niche)
  if (category === null || own === null || category === own) return null
  return `${nicheLabel(own, niche)} is in ${categoryLabel(own)}, not in ${categoryLabel(category)}`
}
