import type { categories } from '../../../src/shared/taxonomy.ts'
import type { CategoryWords } from './niche-words.ts'

export const fitness: CategoryWords<keyof typeof categories.fitness.niches> = {
  companies: ['Athletics', 'Movement', 'Sport Lab', 'Training Co', 'Strides'],
  goods: ['training gear for people who also have a job', 'shoes and clothing for every day of the week'],
  niches: {
    strength: {
      products: [
        [
          'Adjustable Kettlebells',
          'one kettlebell from 8 to 24 kilograms that changes with a turn of the handle',
        ],
        ['Lifting Belts', 'a belt of vegetable-tanned leather that is soft from the first day'],
        ['Protein Oats', 'a breakfast with 28 grams of protein and no sweetener'],
      ],
      bios: [
        'Strength coach for people who start after forty.',
        'Three lifts a week, logged in public since the first one.',
        'No shouting, no shortcuts, a lot of squats.',
        'I check technique in your videos every Friday.',
      ],
      series: ['form-check Fridays', 'garage gym diary', 'first pull-up series'],
      scenes: ['through four weeks of your normal plan', 'in a small flat with neighbours below'],
    },
    running: {
      products: [
        ['Daily Trainers', 'a shoe for the easy kilometres, with foam that lasts past 800 of them'],
        ['Reflective Vests', 'a vest of 60 grams that is seen from 200 metres'],
        ['Running Belts', 'a belt that holds a phone and two gels and does not bounce'],
      ],
      bios: [
        'From the sofa to a marathon, with every bad run in between.',
        'Physiotherapist by day, slow runner by evening.',
        'I plan routes that end at bakeries.',
        'Race reports without heroics.',
      ],
      series: ['marathon block diary', 'bakery runs', 'injury-free series'],
      scenes: ['through one whole training block', 'on the dark runs before work'],
    },
    yoga: {
      products: [
        ['Natural Rubber Mats', 'a mat of 4 millimetres that grips when hands get wet'],
        ['Cork Blocks', 'a block with rounded edges, pressed from offcuts'],
        ['Studio Leggings', 'leggings without a front seam, in sizes XXS to 5XL'],
      ],
      bios: [
        'Twenty quiet minutes a day, with the cat in the frame.',
        'Yoga for stiff people, taught by one.',
        'I teach in two languages and in one small living room.',
        'Breath first, shapes later.',
      ],
      series: ['morning twenty', 'desk-break flows', 'slow Sunday classes'],
      scenes: ['in a full class, not only in a still picture', 'in your morning practice for two weeks'],
    },
    cycling: {
      products: [
        ['Frame Bags', 'a bag that closes without a zip and keeps dry'],
        ['Commuter Lights', 'a pair of lights that tell a phone when they need charging'],
        ['Gravel Tyres', 'a tyre of 42 millimetres that rolls quietly on tarmac'],
      ],
      bios: [
        'Bikes instead of cars, in every weather.',
        'Long rides, short edits.',
        'I repair what others throw away and film it.',
        'Touring with a ten-year-old: slower and better.',
      ],
      series: ['repair-bench videos', 'overnighter rides', 'commute diary'],
      scenes: ['on an overnight ride with all your luggage', 'through a month of commuting'],
    },
    team_sports: {
      products: [
        ['Club Kits', 'a kit that a team designs online and gets in twelve days'],
        ['Indoor Shoes', 'a shoe with a low heel that turns without sticking'],
        ['Shin Guards', 'a guard that is shaped at home in warm water'],
      ],
      bios: [
        'Amateur league, professional opinions.',
        'I coach girls under twelve and learn more than they do.',
        'Handball, basketball, anything with a bench to sit on.',
        'Tactics on a kitchen table with bottle caps.',
      ],
      series: ['bottle-cap tactics', 'Sunday league recaps', 'first-season stories'],
      scenes: ['with your whole team on a training night', 'on a match day from the bus to the shower'],
    },
    trail_running: {
      products: [
        ['Running Vests', 'a vest with eight litres, two flasks and a place for poles'],
        ['Trail Shoes', 'a shoe with 5-millimetre lugs and room for swollen toes'],
        ['Head Torches', 'a torch of 90 grams that lasts a whole night on low'],
      ],
      bios: [
        'Hills before breakfast.',
        'Ultra runner, average finisher, happy eater.',
        'I test shoes until they fall apart and say when.',
        'Maps, mud and very small dogs.',
      ],
      series: ['night-run films', 'shoe autopsy series', 'hundred-kilometre diary'],
      scenes: ['on a night run in the hills', 'on the longest run of your next block'],
    },
  },
}
