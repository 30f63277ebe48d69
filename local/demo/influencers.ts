import type { AccountDetails } from '../../src/features/accounts/schema.ts'
import type { InfluencerProfile } from '../../src/features/influencers/schema.ts'
import type { DeliverableKind, Platform } from '../../src/shared/taxonomy.ts'
import { named } from './accounts.ts'

type Channel = readonly [Platform, followers: number, engagementRate: number, postsLast30Days: number]
type Profile = Omit<InfluencerProfile, 'availability'> & { rating?: number; ratingCount?: number }
type Rate = readonly [DeliverableKind, dollars: number]
type Row = AccountDetails & { username: string; channels: Channel[]; rates: Rate[]; profile: Profile }

// biome-ignore format: two lines for each person
export const influencers: readonly Row[] = [
  { ...named.influencer, timeZone: 'Europe/Stockholm', channels: [['instagram', 128_000, 0.0515, 9], ['youtube', 108_800, 0.0287, 4]], rates: [['reel', 1_100], ['story', 220], ['photo_set', 600], ['video', 2_400]],
    profile: { category: 'outdoors', niche: 'hiking', country: 'SE', city: 'Umeå', languages: ['sv', 'en'], rating: 4.8, ratingCount: 23, bio: 'I walk long trails in the north and write down what the guidebooks leave out. Last summer I filmed the whole Kungsleden in eleven parts, blisters included.\n\nI review gear after 200 kilometers, not before. Skriv gärna på svenska.' } },
  { username: 'jonasberg', email: 'jonasberg@mail.example', displayName: 'Jonas Berg', timeZone: 'Europe/Oslo', channels: [['instagram', 86_400, 0.038, 12], ['youtube', 41_000, 0.045, 3]], rates: [['reel', 1_800], ['story', 260], ['video', 2_900]],
    profile: { category: 'outdoors', niche: 'climbing', country: 'NO', city: 'Tromsø', languages: ['nb', 'en'], rating: 4.5, ratingCount: 11, bio: 'Climber, route setter, slow learner of crack technique. I film whole attempts, the failed ones too.' } },
  { username: 'inescarvalho', email: 'inescarvalho@mail.example', displayName: 'Inês Carvalho', timeZone: 'Europe/Lisbon', channels: [['instagram', 214_000, 0.034, 14], ['blog', 22_000, 0.012, 5]], rates: [['reel', 2_300], ['story', 400], ['article', 1_200], ['photo_set', 1_500]],
    profile: { category: 'travel', niche: 'slow_travel', country: 'PT', city: 'Porto', languages: ['pt', 'en', 'es'], rating: 4.9, ratingCount: 31, bio: 'Two countries a year, by train, with one bag. I show prices, timetables and the wrong turns.' } },
  { username: 'tobiaskrueger', email: 'tobiaskrueger@mail.example', displayName: 'Tobias Krüger', timeZone: 'Europe/Berlin', channels: [['youtube', 152_000, 0.041, 6], ['instagram', 63_500, 0.047, 10]], rates: [['video', 3_200], ['reel', 2_400], ['story', 240]],
    profile: { category: 'fitness', niche: 'trail_running', country: 'DE', city: 'Freiburg', languages: ['de', 'en'], rating: 4.4, ratingCount: 9, bio: 'Trail runner with a day job. Training plans, honest shoe tests and a lot of Black Forest mud.' } },
  { username: 'aoifebyrne', email: 'aoifebyrne@mail.example', displayName: 'Aoife Byrne', timeZone: 'Europe/Dublin', channels: [['tiktok', 190_300, 0.071, 18], ['instagram', 71_200, 0.052, 11]], rates: [['reel', 2_200], ['short_video', 1_700], ['story', 250], ['post', 600]],
    profile: { category: 'outdoors', niche: 'camping', country: 'IE', city: 'Galway', languages: ['en', 'ga'], rating: 4.7, ratingCount: 14, bio: 'Small tents, big breakfasts. I camp all year round and show what goes wrong as well.' } },
  { username: 'lucmarchand', email: 'lucmarchand@mail.example', displayName: 'Luc Marchand', timeZone: 'Europe/Paris', channels: [['youtube', 98_700, 0.036, 5], ['instagram', 44_100, 0.041, 9]], rates: [['video', 2_600], ['reel', 900], ['story', 180]],
    profile: { category: 'travel', niche: 'van_life', country: 'FR', city: 'Grenoble', languages: ['fr', 'en'], rating: 4.1, ratingCount: 6, bio: 'Un fourgon de 1994, two people and a dog. Repairs, recipes and quiet places to sleep.' } },
  { username: 'kenjimori', email: 'kenjimori@mail.example', displayName: '森 健二', timeZone: 'Asia/Tokyo', channels: [['instagram', 76_900, 0.062, 13], ['youtube', 158_000, 0.051, 4]], rates: [['reel', 1_250], ['video', 2_800], ['story', 200]],
    profile: { category: 'food', niche: 'coffee', country: 'JP', city: 'Kyoto', languages: ['ja', 'en'], rating: 4.9, ratingCount: 18, bio: 'ハンドドリップの動画を撮っています。Slow coffee from a very small kitchen in Kyoto.' } },
  { username: 'priyaraman', email: 'priyaraman@mail.example', displayName: 'Priya Raman', timeZone: 'Asia/Kolkata', channels: [['instagram', 402_000, 0.029, 20], ['youtube', 610_000, 0.022, 8]], rates: [['reel', 3_800], ['video', 6_500], ['story', 700]],
    profile: { category: 'food', niche: 'vegan', country: 'IN', city: 'Chennai', languages: ['ta', 'en', 'hi'], rating: 4.6, ratingCount: 27, bio: 'South Indian home cooking, all of it vegan. My grandmother checks every recipe.' } },
  { username: 'zosiawrona', email: 'zosiawrona@mail.example', displayName: 'Zosia Wróna', timeZone: 'Europe/Warsaw', channels: [['instagram', 38_600, 0.066, 15], ['blog', 9_400, 0.02, 6]], rates: [['reel', 620], ['carousel', 480], ['article', 700], ['story', 110]],
    profile: { category: 'food', niche: 'baking', country: 'PL', city: 'Łódź', languages: ['pl', 'en'], rating: 4.3, ratingCount: 8, bio: 'Sourdough, rye and stubborn doughs. I answer every question about starters.' } },
  { username: 'diegosalas', email: 'diegosalas@mail.example', displayName: 'Diego Salas', timeZone: 'America/Mexico_City', channels: [['instagram', 69_800, 0.043, 9], ['youtube', 27_500, 0.048, 3]], rates: [['reel', 780], ['video', 1_500], ['story', 140]],
    profile: { category: 'fitness', niche: 'cycling', country: 'MX', city: 'Oaxaca', languages: ['es', 'en'], rating: 4.2, ratingCount: 7, bio: 'Bikepacking in the Sierra Norte. Rutas, comida y montañas.' } },
  { username: 'amaboateng', email: 'amaboateng@mail.example', displayName: 'Ama Boateng', timeZone: 'Africa/Accra', channels: [['tiktok', 533_000, 0.083, 22], ['instagram', 281_000, 0.046, 16]], rates: [['short_video', 3_900], ['reel', 3_400], ['story', 600]],
    profile: { category: 'beauty', niche: 'skincare', country: 'GH', city: 'Accra', languages: ['en'], rating: 4.8, ratingCount: 35, bio: 'Sunscreen for dark skin, tested in real sun. I read the ingredients so that you do not have to.' } },
  { username: 'noorvandijk', email: 'noorvandijk@mail.example', displayName: 'Noor van Dijk', timeZone: 'Europe/Amsterdam', channels: [['instagram', 164_000, 0.037, 12], ['blog', 18_200, 0.015, 4]], rates: [['reel', 1_700], ['carousel', 1_300], ['story', 280]],
    profile: { category: 'fashion', niche: 'sustainable_fashion', country: 'NL', city: 'Utrecht', languages: ['nl', 'en', 'de'], rating: 4.6, ratingCount: 16, bio: 'Thirty pieces, four seasons. Mending, swapping and the occasional new coat.' } },
  { username: 'samwhitlock', email: 'samwhitlock@mail.example', displayName: 'Sam Whitlock', timeZone: 'America/Los_Angeles', channels: [['youtube', 231_000, 0.033, 5], ['instagram', 92_000, 0.039, 11]], rates: [['video', 4_200], ['reel', 1_400], ['photo_set', 1_900]],
    profile: { category: 'technology', niche: 'photography', country: 'US', city: 'Portland', languages: ['en'], rating: 4.4, ratingCount: 10, bio: 'Landscape photographer. I carry too much and explain why.' } },
  { username: 'lenastrauss', email: 'lenastrauss@mail.example', displayName: 'Lena Strauß', timeZone: 'Europe/Berlin', channels: [['youtube', 318_000, 0.03, 7], ['x', 54_000, 0.011, 60], ['blog', 31_000, 0.014, 8]], rates: [['video', 5_100], ['short_video', 1_900], ['post', 350], ['article', 1_600]],
    profile: { category: 'technology', niche: 'gadgets', country: 'DE', city: 'Görlitz', languages: ['de', 'en', 'pl'], rating: 4.7, ratingCount: 20, bio: 'Ich teste Technik, bis sie langweilig wird. Desk setups, keyboards and repairs.' } },
  { username: 'elifdemir', email: 'elifdemir@mail.example', displayName: 'Elif Demir', timeZone: 'Europe/Istanbul', channels: [['instagram', 121_500, 0.058, 17], ['podcast', 16_000, 0.01, 5]], rates: [['reel', 1_150], ['story', 260], ['podcast_mention', 800]],
    profile: { category: 'family', niche: 'parenting', country: 'TR', city: 'İzmir', languages: ['tr', 'en'], bio: 'Three children, one balcony, a great deal of tea. Everyday life without a filter.' } },
  { username: 'rexcalloway', email: 'rexcalloway@mail.example', displayName: 'Rex Calloway', timeZone: 'America/Chicago', channels: [['tiktok', 74_000, 0.03, 25]], rates: [['short_video', 700]],
    profile: { category: 'fitness', niche: 'strength', country: 'US', city: 'Tulsa', languages: ['en'], bio: 'Garage gym, loud music, big numbers.' } },
  { username: 'hannaneve', email: 'hannaneve@mail.example', displayName: 'Hanna Neve', timeZone: 'Europe/Helsinki', channels: [['instagram', 94_000, 0.044, 8]], rates: [['reel', 1_200], ['story', 190]],
    profile: { category: 'outdoors', niche: 'winter_sports', country: 'FI', city: 'Rovaniemi', languages: ['fi', 'en'], rating: 4.5, ratingCount: 5, bio: 'Skis from September to May, a bicycle for the rest. I plan trips for people who are cold easily.' } },
  { username: 'callummcrae', email: 'callummcrae@mail.example', displayName: 'Callum McRae', timeZone: 'Europe/London', channels: [['youtube', 71_500, 0.039, 4], ['instagram', 33_000, 0.05, 10]], rates: [['reel', 1_450], ['video', 2_300]],
    profile: { category: 'outdoors', niche: 'fishing', country: 'GB', city: 'Oban', languages: ['en'], rating: 4.2, ratingCount: 4, bio: 'Lochs, weather and the occasional trout. Most of my films are about waiting.' } },
  { username: 'yaelroth', email: 'yaelroth@mail.example', displayName: 'Yael Roth', timeZone: 'Europe/Zurich', channels: [['instagram', 58_200, 0.061, 13], ['tiktok', 46_000, 0.07, 12]], rates: [['reel', 1_300], ['short_video', 900]],
    profile: { category: 'outdoors', niche: 'climbing', country: 'CH', city: 'Chur', languages: ['de', 'en', 'fr'], rating: 4.6, ratingCount: 6, bio: 'Alpine climbing with a day job and a train ticket. I write down what the route really takes.' } },
]
