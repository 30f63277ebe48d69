/** What people of one niche make, sell and say. */
export interface NicheWords {
  /** What a sponsor brings out, and what it is: "Trail Boots", "a mid-height boot with …". */
  readonly products: readonly (readonly [name: string, what: string])[]
  /** Sentences of a bio. */
  readonly bios: readonly string[]
  /** What an influencer is known for: "your hut-to-hut series". */
  readonly series: readonly string[]
  /** Where the product would be seen: "… on a wet three-day walk". */
  readonly scenes: readonly string[]
}

/** One category: its sponsors' names and goods, and the words of each of its niches. */
export interface CategoryWords<Niche extends string> {
  /** The second half of a company's name. */
  readonly companies: readonly string[]
  /** What such a company makes: "We make …". */
  readonly goods: readonly string[]
  readonly niches: Readonly<Record<Niche, NicheWords>>
}
