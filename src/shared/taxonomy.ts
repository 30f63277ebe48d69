/** The fixed vocabulary of profiles, campaigns and search. Keys are stored, labels are shown. */

export const categories = {
  beauty: {
    label: 'Beauty',
    niches: { skincare: 'Skincare', makeup: 'Makeup', hair: 'Hair', fragrance: 'Fragrance', nails: 'Nails' },
  },
  fashion: {
    label: 'Fashion',
    niches: {
      streetwear: 'Streetwear',
      sustainable_fashion: 'Sustainable fashion',
      luxury: 'Luxury',
      vintage: 'Vintage',
      shoes: 'Shoes',
      accessories: 'Accessories',
    },
  },
  food: {
    label: 'Food and drink',
    niches: {
      recipes: 'Recipes',
      baking: 'Baking',
      vegan: 'Vegan',
      restaurants: 'Restaurants',
      coffee: 'Coffee',
      wine: 'Wine and spirits',
    },
  },
  fitness: {
    label: 'Fitness and sports',
    niches: {
      strength: 'Strength',
      running: 'Running',
      yoga: 'Yoga',
      cycling: 'Cycling',
      team_sports: 'Team sports',
      trail_running: 'Trail running',
    },
  },
  health: {
    label: 'Health',
    niches: {
      nutrition: 'Nutrition',
      mental_health: 'Mental health',
      sleep: 'Sleep',
      women_health: "Women's health",
    },
  },
  travel: {
    label: 'Travel',
    niches: {
      slow_travel: 'Slow travel',
      city_breaks: 'City breaks',
      budget_travel: 'Budget travel',
      luxury_travel: 'Luxury travel',
      van_life: 'Van life',
    },
  },
  outdoors: {
    label: 'Outdoors',
    niches: {
      hiking: 'Hiking',
      climbing: 'Climbing',
      camping: 'Camping',
      fishing: 'Fishing',
      winter_sports: 'Winter sports',
    },
  },
  technology: {
    label: 'Technology',
    niches: {
      gadgets: 'Gadgets',
      software: 'Software',
      smart_home: 'Smart home',
      photography: 'Photography',
      ai: 'Artificial intelligence',
      cars: 'Cars',
    },
  },
  gaming: {
    label: 'Gaming',
    niches: {
      console: 'Console',
      pc: 'PC',
      mobile_games: 'Mobile',
      esports: 'Esports',
      board_games: 'Board games',
    },
  },
  home: {
    label: 'Home and garden',
    niches: {
      interior: 'Interior',
      diy: 'Do it yourself',
      gardening: 'Gardening',
      cleaning: 'Cleaning',
      pets: 'Pets',
    },
  },
  family: {
    label: 'Family',
    niches: { parenting: 'Parenting', babies: 'Babies', toys: 'Toys', education: 'Education' },
  },
  business: {
    label: 'Business and money',
    niches: {
      personal_finance: 'Personal finance',
      investing: 'Investing',
      careers: 'Careers',
      small_business: 'Small business',
      marketing: 'Marketing',
    },
  },
} as const satisfies Record<string, { label: string; niches: Record<string, string> }>

export type Category = keyof typeof categories

export const platforms = {
  instagram: 'Instagram',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  x: 'X',
  twitch: 'Twitch',
  linkedin: 'LinkedIn',
  podcast: 'Podcast',
  blog: 'Blog',
} as const

export type Platform = keyof typeof platforms

/** Kinds of deliverable: singular and plural. */
export const deliverableKinds = {
  reel: ['reel', 'reels'],
  story: ['story', 'stories'],
  post: ['post', 'posts'],
  carousel: ['carousel', 'carousels'],
  short_video: ['short video', 'short videos'],
  video: ['long video', 'long videos'],
  livestream: ['livestream', 'livestreams'],
  podcast_mention: ['podcast mention', 'podcast mentions'],
  article: ['article', 'articles'],
  photo_set: ['photo set', 'photo sets'],
} as const

export type DeliverableKind = keyof typeof deliverableKinds

export const usageChannels = {
  organic: 'Organic posts',
  paid_social: 'Paid social ads',
  website: 'Website and shop',
  email: 'E-mail',
  print: 'Print and out of home',
} as const

export type UsageChannel = keyof typeof usageChannels

export const categoryKeys = keysOf(categories)
export const platformKeys = keysOf(platforms)
export const deliverableKindKeys = keysOf(deliverableKinds)
export const usageChannelKeys = keysOf(usageChannels)

/** The niches of a category: keys and labels. */
export function nichesOf(category: Category): Readonly<Record<string, string>> {
  return categories[category].niches
}

export function categoryLabel(category: Category): string {
  return categories[category].label
}

/** The niche's label. Undefined if the category has no such niche. */
export function nicheLabel(category: Category, niche: string): string | undefined {
  const niches = nichesOf(category)
  return Object.hasOwn(niches, niche) ? niches[niche] : undefined
}

/** `1 reel`, `2 stories`. */
export function countedDeliverable(kind: DeliverableKind, count: number): string {
  return `${count} ${deliverableKinds[kind][count === 1 ? 0 : 1]}`
}

function keysOf<Key extends string>(record: Record<Key, unknown>): readonly [Key, ...Key[]] {
  return Object.keys(record) as [Key, ...Key[]]
}
