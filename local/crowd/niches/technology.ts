import type { categories } from '../../../src/shared/taxonomy.ts'
import type { CategoryWords } from './niche-words.ts'

export const technology: CategoryWords<keyof typeof categories.technology.niches> = {
  companies: ['Systems', 'Devices', 'Labs', 'Instruments', 'Electronics'],
  goods: ['devices that can be opened and repaired', 'tools for people who like to know how things work'],
  niches: {
    gadgets: {
      products: [
        ['Repairable Earbuds', 'earbuds with batteries that you change yourself'],
        ['Paper Tablets', 'a tablet for reading and writing, without notifications'],
        ['Pocket Chargers', 'a charger of 65 watts in the size of a matchbox'],
      ],
      bios: [
        'I take things apart and mostly put them back.',
        'Reviews after the return window has closed.',
        'Battery life, measured, not quoted.',
        'Useful gadgets, and a drawer for the others.',
      ],
      series: ['opened-up series', 'six-months-later reviews', 'drawer of shame'],
      scenes: ['for a month before you say anything', 'opened up on the bench'],
    },
    software: {
      products: [
        ['Notes App', 'notes in plain files, in step on all devices'],
        ['Password Vault', 'a vault for families, with one emergency envelope'],
        ['Code Editor', 'an editor that starts before you have moved your hand'],
      ],
      bios: [
        'Tools for small teams, tried in one.',
        'Developer who explains things to designers.',
        'Open source on Sundays.',
        'Short screencasts, no music.',
      ],
      series: ['two-minute screencasts', 'setup tours', 'open-source Sundays'],
      scenes: ['in a real project, errors included', 'beside the tool that you use today'],
    },
    smart_home: {
      products: [
        ['Radiator Valves', 'valves that work without a cloud'],
        ['Door Sensors', 'a sensor with a battery for five years'],
        ['Energy Meters', 'a meter that shows each room in one picture'],
      ],
      bios: [
        'A smart home that still works when the internet does not.',
        'Renting, drilling nothing.',
        'I count watts so that you can stop.',
        'Automations my parents can use.',
      ],
      series: ['no-drill installs', 'watt-counting winter', 'parent-proof automations'],
      scenes: ['in a rented flat, without drilling', 'through one heating bill'],
    },
    photography: {
      products: [
        ['Camera Straps', 'a strap that turns into a wrist loop in one move'],
        ['Travel Tripods', 'a tripod of 900 grams that does not shiver'],
        ['Photo Books', 'books bound with thread, from forty pages'],
      ],
      bios: [
        'One lens, one year.',
        'Street photographer who asks first.',
        'Film developed in the bathroom.',
        'Light, explained by a former electrician.',
      ],
      series: ['one-lens year', 'contact-sheet nights', 'light lessons'],
      scenes: ['on an assignment of your own', 'in bad light, where it counts'],
    },
    ai: {
      products: [
        ['Meeting Notes', 'a tool that writes minutes on your own computer'],
        ['Image Captioner', 'software that describes pictures for people who cannot see them'],
        ['Translation Desk', 'a desk for translators that learns their terms'],
      ],
      bios: [
        'Machine learning without the trumpets.',
        'I test claims with small experiments.',
        'Teacher of statistics, slow adopter.',
        'What it can do, what it cannot, and what it costs.',
      ],
      series: ['claim-check series', 'small experiments', 'plain-words papers'],
      scenes: ['in an experiment that others can repeat', 'with what it got wrong shown as well'],
    },
    cars: {
      products: [
        ['Home Wallboxes', 'a charger that follows the sun on the roof'],
        ['Roof Boxes', 'a low box that costs half a litre less'],
        ['Child Car Seats', 'a seat that turns, tested backwards and forwards'],
      ],
      bios: [
        'Old cars, new batteries.',
        'I drive what families can afford.',
        'Range tests in January.',
        'Mechanic, mother, tester of boots.',
      ],
      series: ['January range tests', 'school-run reviews', 'conversion diary'],
      scenes: ['on a winter trip with the whole family', 'over a month of short errands'],
    },
  },
}
