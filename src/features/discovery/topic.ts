import { type Category, categoryKeys, categoryLabel, nicheLabel } from '../../shared/taxonomy.ts'

/** The category that a niche is in; null for what is none. */
export function categoryOf(niche: string): Category | null {
  return categoryKeys.find((category) => nicheLabel(category, niche) !== undefined) ?? null
}

/** Says why a niche does not go with a category; null where it does. */
export function contradiction(category: Category | null, niche: string): string | null {
  const own = categoryOf(niche)
  if (category === null || own === null || category === own) return null
  return `${nicheLabel(own, niche)} is not in ${categoryLabel(category)} but in ${categoryLabel(own)}`
}
