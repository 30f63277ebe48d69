import type { categories } from '../../../src/shared/taxonomy.ts'
import type { CategoryWords } from './niche-words.ts'

export const fashion: CategoryWords<keyof typeof categories.fashion.niches> = {
  companies: ['Studio', 'Wardrobe', 'Tailoring', 'Clothing', 'Outfitters'],
  goods: ['clothes that are cut to be altered', 'knitwear and shoes from three small workshops'],
  niches: {
    streetwear: {
      products: [
        ['Heavy Hoodies', 'a hoodie of 480 grams with a hood that stands'],
        ['Work Trousers', 'a straight pair with double knees, sold by inches'],
        ['Graphic Tees', 'four shirts by four illustrators who get a share of each'],
      ],
      bios: [
        'Fits from the last bus home.',
        'I thrift the trousers and save up for the jacket.',
        'Sneakers, cities and people with good posture.',
        'Street style with names and prices.',
      ],
      series: ['last-bus fits', 'price-on-the-tag videos', 'one jacket, ten ways'],
      scenes: ['in five outfits from your own wardrobe', 'on the street, at night, as you would wear it'],
    },
    sustainable_fashion: {
      products: [
        ['Repair Kits', 'needles, yarns and patches in a tin, with a course to watch'],
        ['Linen Shirts', 'a shirt of European linen that is taken back after use'],
        ['Rental Wardrobes', 'four pieces a month, cleaned and sent by cargo bike'],
      ],
      bios: [
        'Outfit repeater since 2016.',
        'I mend in public and count wears, not likes.',
        'Slow wardrobe, fast sewing machine.',
        'What clothes really cost, with sources.',
      ],
      series: ['thirty wears', 'mending circle', 'cost-per-wear series'],
      scenes: ['over thirty wears', 'in a capsule with things you already own'],
    },
    luxury: {
      products: [
        ['Leather Weekenders', 'a bag of bridle leather that is numbered and repaired for life'],
        ['Silk Scarves', 'twelve prints drawn by hand and rolled by hand'],
        ['Cashmere Coats', 'a double-faced coat without lining, made to measure'],
      ],
      bios: [
        'Craft before logo.',
        'I visit workshops and ask how long things take.',
        'Buying once, slowly.',
        'Old houses, new hands.',
      ],
      series: ['workshop visits', 'buy-once list', 'auction finds'],
      scenes: ['from the workshop to your own wardrobe', 'on a journey, not on a shelf'],
    },
    vintage: {
      products: [
        ['Restored Denim', 'jeans from four decades, washed, mended and measured'],
        ['Archive Boxes', 'three pieces picked for you by a dealer'],
        ['Vintage Frames', 'unused spectacle frames from closed shops'],
      ],
      bios: [
        'Everything I wear is older than I am.',
        'Flea markets at five in the morning.',
        'Dating labels, zips and stories.',
        'Size means nothing, measuring tape means all.',
      ],
      series: ['flea-market mornings', 'label detective', 'one decade a month'],
      scenes: ['styled with something new', 'at a market and at home in front of the mirror'],
    },
    shoes: {
      products: [
        ['Welted Derbies', 'a shoe that can be resoled five times'],
        ['Court Sneakers', 'a plain white sneaker with laces made from cotton'],
        ['Felt Clogs', 'a warm clog for inside and for the way to the bin'],
      ],
      bios: [
        'Large feet, high standards.',
        'I polish shoes to calm down.',
        'Resole, rewear, repeat.',
        'Reviews after a hundred days on foot.',
      ],
      series: ['hundred-day tests', 'polish evenings', 'cobbler visits'],
      scenes: ['from the box to the first crease', 'on wet cobbles as well as on carpet'],
    },
    accessories: {
      products: [
        ['Card Wallets', 'a wallet from one piece of leather and one thread'],
        ['Field Watches', 'a watch of 36 millimetres, wound by hand'],
        ['Wool Caps', 'a cap knitted without a seam'],
      ],
      bios: [
        'Small things, worn daily.',
        'Watches under a week of rent.',
        'I pack for a month in one bag and explain why.',
        'Hats for round faces.',
      ],
      series: ['pocket-dump series', 'one-bag months', 'strap swaps'],
      scenes: ['in what you really carry every day', 'after a month in a coat pocket'],
    },
  },
}
