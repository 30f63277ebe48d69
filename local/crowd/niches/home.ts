import type { categories } from '../../../src/shared/taxonomy.ts'
import type { CategoryWords } from './niche-words.ts'

export const home: CategoryWords<keyof typeof categories.home.niches> = {
  companies: ['Home', 'Interiors', 'Living', 'Homeware', 'House Goods'],
  goods: ['things for the house that last longer than the lease', 'tools for gardens of every size'],
  niches: {
    interior: {
      products: [
        ['Limewash Paints', 'a mineral paint in forty quiet colours'],
        ['Modular Shelves', 'shelves that are put together without a tool'],
        ['Linen Curtains', 'curtains that are hemmed to the centimetre'],
      ],
      bios: [
        'A flat of 38 square metres, rearranged weekly.',
        'Renter-friendly changes that come off again.',
        'Colour first, furniture second-hand.',
        'Before, after and what it cost.',
      ],
      series: ['one-wall weekends', 'small-flat series', 'what-it-cost posts'],
      scenes: ['in a room that changes within one weekend', 'in a rented flat, and reversible'],
    },
    diy: {
      products: [
        ['Cordless Sanders', 'a sander that keeps its dust'],
        ['Hardwax Oils', 'an oil that dries overnight and may touch food'],
        ['Joinery Jigs', 'a jig for dowels that forgives half a millimetre'],
      ],
      bios: [
        'Carpenter by accident.',
        'I build it wrong first so that you need not.',
        'Tools borrowed from the library of things.',
        'Furniture from pallets, without the splinters.',
      ],
      series: ['wrong-first builds', 'one-board projects', 'workshop tours'],
      scenes: ['in a build from first cut to last coat', 'in a project for beginners'],
    },
    gardening: {
      products: [
        ['Seed Boxes', 'twelve open-pollinated seeds, sorted by month'],
        ['Raised Beds', 'a bed of larch that is plugged together'],
        ['Watering Globes', 'clay globes that water for two weeks'],
      ],
      bios: [
        'Balcony of four metres, sixty kilos of tomatoes.',
        'I garden with slugs, not against them.',
        'Allotment 47: weeds, wins and weather.',
        'Seeds swapped every February.',
      ],
      series: ['allotment letters', 'balcony harvest count', 'slug diaries'],
      scenes: ['from sowing to the first harvest', 'on a balcony that gets half a day of sun'],
    },
    cleaning: {
      products: [
        ['Refill Tablets', 'tablets for four cleaners, to dissolve in tap water'],
        ['Steam Mops', 'a mop that is hot in twenty seconds'],
        ['Laundry Strips', 'strips without plastic, for forty washes'],
      ],
      bios: [
        'Stain removal, with chemistry.',
        'Fifteen minutes a day, timer on.',
        'I clean flats of people who asked for help.',
        'Less stuff, less dust.',
      ],
      series: ['fifteen-minute resets', 'stain school', 'help-a-flat series'],
      scenes: ['on a stain that is really yours', 'in one timer of fifteen minutes'],
    },
    pets: {
      products: [
        ['Insect Kibble', 'a dry food with insect protein for itchy dogs'],
        ['Snuffle Mats', 'a mat that keeps a clever dog busy for half an hour'],
        ['Cat Wheels', 'a quiet wheel of birch for cats without a garden'],
      ],
      bios: [
        'Rescue dogs with opinions.',
        'Vet nurse answers your questions on Thursdays.',
        'Two cats, one camera, no costumes.',
        'Old dogs, slow walks.',
      ],
      series: ['vet-nurse Thursdays', 'foster diaries', 'slow-walk films'],
      scenes: ['with your animal, if it agrees', 'over four weeks of meals'],
    },
  },
}
