import type { categories } from '../../../src/shared/taxonomy.ts'
import type { CategoryWords } from './niche-words.ts'

export const family: CategoryWords<keyof typeof categories.family.niches> = {
  companies: ['Kids', 'Family', 'Playhouse', 'Little Goods', 'Learning'],
  goods: ['things for children that survive siblings', 'toys and books made without batteries'],
  niches: {
    parenting: {
      products: [
        ['Family Calendars', 'a paper calendar with six columns and room for soup plans'],
        ['Cargo Trailers', 'a trailer for two children and the shopping'],
        ['Lunch Tins', 'a steel tin with lids that small hands can open'],
      ],
      bios: [
        'Three children, no system.',
        'Father on part time, cook on full time.',
        'We do not show faces, we show Tuesdays.',
        'Single parent, loud laugh.',
      ],
      series: ['no-face family films', 'soup-plan Sundays', 'part-time dad diary'],
      scenes: ['on an ordinary Tuesday', 'without showing a child from the front'],
    },
    babies: {
      products: [
        ['Wool Sleeping Bags', 'a sleeping bag for all four seasons'],
        ['Baby Carriers', 'a carrier from the first week to three years'],
        ['Cloth Nappies', 'a set for one baby, rented by the month'],
      ],
      bios: [
        'First year, unfiltered and underslept.',
        'Midwife and mother of twins.',
        'I test carriers on mountains of laundry.',
        'Little money, much wool.',
      ],
      series: ['twin logistics', 'fourth-trimester letters', 'carrier tests'],
      scenes: ['through two weeks of real nights', 'on a normal day out with the tram'],
    },
    toys: {
      products: [
        ['Wooden Railways', 'tracks that fit the ones in the attic'],
        ['Marble Runs', 'a run of cardboard that is painted and rebuilt'],
        ['Hand Puppets', 'six puppets and a book of short plays'],
      ],
      bios: [
        'Toys that are still fun in week five.',
        'I repair toys on a market stall.',
        'Play without screens, filmed on one.',
        'Kindergarten teacher with a large cellar.',
      ],
      series: ['week-five tests', 'toy hospital', 'rainy-day play'],
      scenes: ['in week five, when the box is long gone', 'on a rainy afternoon with three ages'],
    },
    education: {
      products: [
        ['Science Boxes', 'one experiment a month with things that do not break'],
        ['Reading Club', 'a club for first readers, with letters by post'],
        ['Fraction Tiles', 'tiles that make a half look like a half'],
      ],
      bios: [
        'Primary school teacher, glue on every sleeve.',
        'Maths for children who say that they cannot.',
        'Books that my class asks for again.',
        'Experiments in the kitchen, ceiling cleaned since.',
      ],
      series: ['kitchen experiments', 'class-favourite books', 'homework rescue'],
      scenes: ['in one lesson that parents can copy', 'with children who have never liked the subject'],
    },
  },
}
