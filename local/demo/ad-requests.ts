import type { OfferLifetime, Side } from '../../src/features/ad-requests/offer.ts'
import type { RejectionReason } from '../../src/features/ad-requests/rejection-reasons.ts'

/** What happened, and how many hours ago. The side that may accept, reject or withdraw does it. Amounts are in US dollars. */
export type Step = readonly [hours: number, verb: Verb, message?: string, terms?: Terms]
type Verb = 'invites' | 'applies' | 'accepts' | 'rejects' | 'withdraws' | `${Side} ${'offers' | 'writes'}`
type Terms = { amount?: number; moreDays?: number; lifetime?: OfferLifetime; reason?: RejectionReason }

// biome-ignore format: a few lines for each request
export const adRequests: readonly (readonly [campaign: string, influencer: string, ...steps: Step[]])[] = [
  ['Autumn Trail Boots', 'mara', [55, 'invites', 'We loved your Kungsleden series. Would you walk these in?', { amount: 1_200 }], [53, 'influencer writes', 'Which sizes do the boots come in? I am a 39 and a half and always in between.'],
    [52, 'sponsor writes', 'Half sizes from 36 to 47. We send you 39.5 and 40, and you return one.'], [49, 'influencer offers', 'A reel of that length is two days of filming for me.', { amount: 1_600 }], [7, 'influencer offers', 'I can do it for less if I get three more days.', { amount: 1_450, moreDays: 3, lifetime: 48 }]],
  ['Autumn Trail Boots', 'aoifebyrne', [390, 'invites', 'We would be glad to have you in this.', { amount: 2_200 }], [380, 'influencer offers', 'With the editing included it is a little more. Everything else is fine.', { amount: 2_400 }], [360, 'accepts']],
  ['Autumn Trail Boots', 'jonasberg', [300, 'invites', 'Boots for the approach, not for the wall. Interested?', { amount: 1_700 }], [282, 'influencer offers', 'Happy to, for my usual rate and two stories from the hut.', { amount: 1_900 }], [264, 'accepts']],
  ['Autumn Trail Boots', 'tobiaskrueger', [78, 'applies', 'I run 80 kilometers a week and would walk for once.', { amount: 2_800 }], [70, 'sponsor offers', 'We can do 2,500. The week after next works for us.', { amount: 2_500 }], [48, 'accepts'], [30, 'influencer writes', 'The boots are here. They fit, and the dog approves.']],
  ['Autumn Trail Boots', 'inescarvalho', [67, 'applies', 'I walk the same coast path every Sunday, in any weather. Your boots would get all of autumn from me.', { amount: 900 }]],
  ['Autumn Trail Boots', 'lucmarchand', [20, 'invites', 'Your packing lists are the best we know. Is there room for a pair of boots in one of them?', { amount: 800 }]],
  ['Autumn Trail Boots', 'diegosalas', [144, 'invites', 'Would you try our boots on a wet weekend?', { amount: 700 }], [135, 'rejects', 'I am on the road until the end of your campaign. Please ask me again in spring.', { reason: 'timing' }]],
  ['Autumn Trail Boots', 'elifdemir', [77, 'invites', 'Would your Sunday walks suit a pair of new boots?', { amount: 600 }]],
  ['Autumn Trail Boots', 'noorvandijk', [200, 'invites', 'A boot for thirty years fits your thirty pieces.', { amount: 1_000, lifetime: 24 }], [40, 'invites', 'Perhaps our last message came at a bad time. We can offer a little more.', { amount: 1_300 }]],
  ['Summer Ridge Packs', 'mara', [2_600, 'invites', 'One long day, one pack, no script.', { amount: 1_500 }], [2_590, 'accepts'], [2_200, 'sponsor writes', 'The pictures from the glacier are wonderful. Thank you!']],
  ['Summer Ridge Packs', 'samwhitlock', [2_500, 'applies', 'I will carry my camera in it and nothing else.', { amount: 1_900 }], [2_480, 'accepts']],
  ["Founders' Walk", 'mara', [110, 'invites', 'Two days, four guests, good food.', { amount: 500, lifetime: 48 }]],
  ["Founders' Walk", 'aoifebyrne', [100, 'invites', 'Would you come along?', { amount: 400 }], [99, 'withdraws']],
  ["Founders' Walk", 'aoifebyrne', [28, 'invites', 'We meant 650, sorry. Nothing is scripted.', { amount: 650, lifetime: 120 }]],
  ['Ski Touring Caps', 'mara', [200, 'invites', 'Two short videos with a cap on?', { amount: 450 }], [190, 'rejects', 'I hardly ski, and people would notice.', { reason: 'fit' }]],
  ['Winter Camp Stoves', 'samwhitlock', [12, 'applies', 'Northern lights and a warm dinner: I have wanted to film that for years.', { amount: 3_900 }]],
  ['Slow Coffee at Home', 'kenjimori', [260, 'invites', 'Your films are the calmest we know.', { amount: 1_100 }], [255, 'influencer offers', 'With pleasure. 豆はいつ届きますか?', { amount: 1_250 }], [230, 'accepts']],
  ['Slow Coffee at Home', 'mara', [64, 'invites', 'Would you brew our winter roast somewhere cold? In your own words, of course.', { amount: 1_250 }]],
  ['Slow Coffee at Home', 'priyaraman', [170, 'invites', 'Filter coffee, your way?', { amount: 1_500 }], [160, 'rejects', 'My rate for a reel is 3,800. I would love to work with you when that fits.', { reason: 'budget' }]],
  ['Sourdough Saturdays', 'zosiawrona', [50, 'applies', 'Eight Saturdays is exactly how long my rye starter needs.', { amount: 1_180 }], [26, 'sponsor offers', 'We can pay 1,050 and send flour for all eight loaves.', { amount: 1_050 }]],
  ['Night Trains North', 'mara', [48, 'applies', 'I am going north for two weeks anyway and would love to start with your train.', { amount: 3_600 }], [27, 'sponsor offers', 'We can go up to this, and the hut is on us.', { amount: 3_200 }], [26, 'sponsor writes', 'Would the photos of the hut be part of it? We liked those most.']],
  ['Night Trains North', 'inescarvalho', [340, 'invites', 'A winter week for someone who knows trains.', { amount: 4_200 }], [320, 'influencer offers', 'A film and a photo set in the dark are a week of work.', { amount: 4_800 }], [300, 'sponsor offers', 'Let us meet in the middle.', { amount: 4_500 }], [280, 'accepts']],
  ['Night Trains North', 'lucmarchand', [220, 'applies', 'My van stays at home for once.', { amount: 3_000 }], [200, 'rejects', 'Thank you! We have found someone for French already.', { reason: 'other' }]],
  ['Quiet Desk', 'lenastrauss', [110, 'invites', 'Please be as thorough as always.', { amount: 4_600 }], [100, 'influencer offers', 'That is my rate for a long video, including measurements.', { amount: 5_100 }], [75, 'sponsor writes', 'Understood. Let us check with our finance team.'], [45, 'accepts']],
  ['Quiet Desk', 'samwhitlock', [130, 'applies', 'I edit at night, next to a sleeping child.', { amount: 3_900 }], [118, 'sponsor offers', 'Would 3,000 work for a shorter video?', { amount: 3_000 }], [104, 'rejects', 'Not with twelve months of usage rights, sorry.', { reason: 'terms' }]],
]
