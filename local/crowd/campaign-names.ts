import type { Random } from './random.ts'

/** "Autumn Trail Boots", or another way to say what it is about. */
export function campaignName(product: string, startDate: string | null, random: Random): string {
  return random.pick(names)(product, seasonOf(startDate))
}

/** Twice as often by the season, as sponsors do. */
const names: readonly ((product: string, season: string) => string)[] = [
  (product, season) => `${season} ${product}`,
  (product, season) => `${season} ${product}`,
  (product) => `Meet the ${product}`,
  (product) => `${product}, Tested`,
  (product) => `A Month with ${product}`,
  (product) => `${product}: First Look`,
  (product) => `The ${product} Diaries`,
]

function seasonOf(day: string | null): string {
  const month = Number(day?.slice(5, 7) ?? 9)
  return seasons[Math.floor((month % 12) / 3)] ?? 'Autumn'
}

const seasons = ['Winter', 'Spring', 'Summer', 'Autumn'] as const
