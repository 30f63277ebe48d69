import type { categories } from '../../../src/shared/taxonomy.ts'
import type { CategoryWords } from './niche-words.ts'

export const outdoors: CategoryWords<keyof typeof categories.outdoors.niches> = {
  companies: ['Outdoor', 'Trail Supply', 'Mountain Goods', 'Camp Works', 'Field Company'],
  goods: ['boots, packs and shells that can be repaired', 'tents and stoves for long weeks outside'],
  niches: {
    hiking: {
      products: [
        ['Trail Boots', 'a mid-height boot with a wide toe box and a sole that can be replaced'],
        ['Day Packs', 'a 24-litre pack that carries water low and opens all the way down'],
        ['Rain Shells', 'a three-layer shell of 310 grams with pockets above the hip belt'],
      ],
      bios: [
        'I walk long trails and write down what the guidebooks leave out.',
        'Most weekends you find me above the tree line with too many snacks.',
        'Honest gear notes after at least 200 kilometres in it.',
        'Routes by train and bus only, with maps to download.',
      ],
      series: ['hut-to-hut series', 'Sunday ridge walks', 'notes from the long trail'],
      scenes: ['on a wet three-day walk', 'on the steep half of a route you know well'],
    },
    climbing: {
      products: [
        ['Sport Harness', 'a light harness with gear loops that stay where your hand looks for them'],
        ['Crag Packs', 'a pack that stands by itself and has room for a 70-metre rope'],
        ['Liquid Chalk', 'a chalk without resin, in a bottle that is filled again'],
      ],
      bios: [
        'Climber, route setter, slow learner of crack technique.',
        'I film whole attempts, the failed ones too.',
        'Training plans for people with a job and two free evenings.',
        'Local crags first: short drives, long days.',
      ],
      series: ['project diaries', 'first-lead stories', 'rainy-day training videos'],
      scenes: ['on a project that you have not finished yet', 'over a whole weekend at your home crag'],
    },
    camping: {
      products: [
        ['Two-Person Tents', 'a tent of 1.6 kilograms that is up in four minutes, alone and in wind'],
        ['Camp Stoves', 'a small stove with a wide flame that simmers as well as it boils'],
        ['Down Quilts', 'an open quilt for three seasons, filled with recycled down'],
      ],
      bios: [
        'Small tents, big breakfasts.',
        'I camp all year round and show what went wrong as well.',
        'Meals on one burner, tested on two hungry children.',
        'How to leave a place as if you had never been there.',
      ],
      series: ['one-burner dinners', 'winter nights series', 'packing lists'],
      scenes: ['on a weekend when rain is forecast', 'on a first night out with children'],
    },
    fishing: {
      products: [
        ['Travel Rods', 'a five-piece rod that fits into hand luggage'],
        ['Fly Boxes', 'a flat box that floats and can be opened with cold fingers'],
        ['Wading Jackets', 'a short jacket that keeps dry up to the elbows'],
      ],
      bios: [
        'Catch, release, repeat, and a lot of tea in between.',
        'Rivers of the north, from April to the last warm day of autumn.',
        'I tie my own flies and explain every step.',
        'Knots, casts and patience for people who start late.',
      ],
      series: ['river mornings', 'tie-along evenings', 'first-catch stories'],
      scenes: [
        'on a quiet morning on your home river',
        'on a trip where everything must fit into a rucksack',
      ],
    },
    winter_sports: {
      products: [
        ['Touring Gloves', 'a glove for the way up and a mitten over it for the way down'],
        ['Snow Goggles', 'goggles with a lens that changes in two seconds, gloves on'],
        ['Ski Socks', 'a thin wool sock with padding only where the boot presses'],
      ],
      bios: [
        'Ski tours before work, coffee after.',
        'I talk about avalanche safety until people are tired of it, and then once more.',
        'Second-hand skis, first-class lines.',
        'Teaching adults to snowboard without fear.',
      ],
      series: ['dawn patrol clips', 'snow-safety Mondays', 'learn-with-me season'],
      scenes: ['on a day with minus fifteen and wind', 'on an early tour before work'],
    },
  },
}
