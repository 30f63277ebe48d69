import type { Plan } from '../../src/features/campaigns/campaign.ts'
import { cents } from '../../src/shared/money.ts'
import type { DeliverableKind } from '../../src/shared/taxonomy.ts'

/** `by` is the sponsor's username. `runs` is in days from today; all other times are in days ago. */
type Facts = { name: string; by: string; wanted: [DeliverableKind, number][]; runs: [number, number] }
type More = { goals?: string[]; drafted?: number; published?: number; paused?: number; completed?: number }

// biome-ignore format: a few lines for each campaign
export const campaigns: readonly (Partial<Plan> & Facts & More)[] = [
  { name: 'Summer Ridge Packs', by: 'northway', category: 'outdoors', niche: 'hiking', platforms: ['instagram', 'youtube'], wanted: [['reel', 1], ['photo_set', 1]], budget: cents(8_000_00),
    runs: [-110, -30], published: 112, completed: 28, hashtags: '#RidgePack #Northway', goals: ['Six people on six ridges', '200 questions answered', 'Sell out the green one'], brief: 'The Ridge is a 24-liter pack that carries water low and opens all the way down. Show what you really put into it for one long summer day.' },
  { name: 'Autumn Trail Boots', by: 'northway', category: 'outdoors', niche: 'hiking', platforms: ['instagram', 'youtube'], wanted: [['reel', 1], ['story', 2]], budget: cents(10_000_00),
    runs: [-20, 40], published: 18, hashtags: '#TrailBoots #Northway', dos: 'Show the boots on wet ground.\nName your size.', donts: 'No claims that they are waterproof forever.', goals: ['Three creators on board before the first frost', '500,000 views', 'Fifty honest questions in the comments'],
    brief: 'A mid-height boot with a wide toe box and a sole that can be replaced. We are looking for people who walk a lot and say what they think. Please show the boots on a wet three-day walk, in your own way. You get your pair ten days before you start.' },
  { name: "Founders' Walk", by: 'northway', category: 'outdoors', niche: 'camping', platforms: ['instagram'], wanted: [['story', 4]], budget: cents(3_000_00), visibility: 'private', runs: [5, 25], published: 6, brief: 'Two days on foot with the people who founded Northway. We invite four guests, and no one has to sell anything.' },
  { name: 'Winter Camp Stoves', by: 'northway', category: 'outdoors', niche: 'camping', platforms: ['youtube', 'blog'], wanted: [['video', 1]], budget: cents(6_500_00), runs: [10, 80], published: 1,
    goals: ['Ten dinners below zero'], brief: 'A small stove with a wide flame that simmers as well as it boils. Cook something better than noodles on it, at night, in the snow.' },
  { name: 'Ski Touring Caps', by: 'northway', category: 'outdoors', niche: 'winter_sports', platforms: ['instagram', 'tiktok'], wanted: [['short_video', 2]], budget: cents(2_500_00), runs: [-20, 50], published: 22, paused: 3, brief: 'A wool cap that fits under a helmet and does not itch. Paused until the second delivery is in.' },
  { name: 'Spring Rain Shells', by: 'northway', category: 'outdoors', niche: 'hiking', platforms: ['instagram'], wanted: [['reel', 1]], budget: cents(12_000_00), runs: [90, 150], drafted: 4, goals: ['Announce in February'], brief: 'A three-layer shell of 310 grams with pockets above the hip belt.' },
  { name: 'Repair Days', by: 'northway', category: 'outdoors', niche: 'hiking', platforms: [], wanted: [], budget: cents(0), runs: [120, 130], drafted: 1, brief: '' },
  { name: 'Slow Coffee at Home', by: 'kettleandcrumb', category: 'food', niche: 'coffee', platforms: ['instagram', 'youtube'], wanted: [['reel', 1]], budget: cents(6_000_00), runs: [-12, 45], published: 14,
    goals: ['Find three calm voices', 'One recipe in Japanese'], brief: 'Our winter roast, brewed slowly, at home or on the way to the woods. No latte art needed. We send beans and a hand grinder.' },
  { name: 'Sourdough Saturdays', by: 'kettleandcrumb', category: 'food', niche: 'baking', platforms: ['instagram', 'blog'], wanted: [['carousel', 1], ['article', 1]], budget: cents(2_500_00), runs: [-3, 60], published: 4,
    goals: ['Eight Saturdays, eight loaves'], brief: 'One loaf every Saturday, with our rye flour. Tell people what goes wrong, too.' },
  { name: 'Night Trains North', by: 'fjordline', category: 'travel', niche: 'slow_travel', platforms: ['instagram', 'youtube', 'blog'], wanted: [['video', 1], ['photo_set', 1]], budget: cents(18_000_00), runs: [-15, 75], published: 16,
    goals: ['One trip in the dark season', 'Three languages'], brief: 'Fall asleep in Oslo and wake up above the Arctic Circle. You choose the week and we book the cabin, the dining car and the hut at the end.' },
  { name: 'Quiet Desk', by: 'lumendesk', category: 'technology', niche: 'gadgets', platforms: ['youtube'], wanted: [['video', 1]], budget: cents(9_000_00), runs: [-6, 50], published: 7, disclosure: '#ad at the start', brief: 'A keyboard you can use next to a sleeping child. Measure it, compare it and open it if you like.' },
  { name: 'Light for Focus', by: 'lumendesk', category: 'technology', niche: 'smart_home', platforms: ['instagram', 'tiktok'], wanted: [['reel', 1]], budget: cents(4_000_00), runs: [-9, 30], published: 10, brief: 'A lamp that follows the sun and cures tired eyes. Show your desk at four in the afternoon.' },
]
