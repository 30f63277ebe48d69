import type { categories } from '../../../src/shared/taxonomy.ts'
import type { CategoryWords } from './niche-words.ts'

export const travel: CategoryWords<keyof typeof categories.travel.niches> = {
  companies: ['Journeys', 'Stays', 'Travel', 'Routes', 'Passages'],
  goods: ['journeys that begin at a railway station', 'small places to stay and the way there'],
  niches: {
    slow_travel: {
      products: [
        ['Night Train Passes', 'five nights in a berth within two months'],
        ['Farm Stays', 'a week on one of thirty farms, work optional'],
        ['Village Houses', 'houses of local families, let for at least seven nights'],
      ],
      bios: [
        'Overland only since 2019.',
        'One place a month, with the library card to prove it.',
        'Trains, ferries and a folding bike.',
        'I write letters from where I am.',
      ],
      series: ['berth-by-berth films', 'one-month towns', 'ferry diaries'],
      scenes: ['on a journey you had planned anyway', 'from the platform to the last morning'],
    },
    city_breaks: {
      products: [
        ['Museum Cards', 'one card for all museums of a city, with no slots to book'],
        ['Courtyard Hotels', 'small hotels with windows away from the street'],
        ['Audio Walks', 'walks told by people who live there'],
      ],
      bios: [
        'Forty-eight hours, one pair of shoes.',
        'Cities on a Tuesday in February.',
        'I map benches, fountains and free toilets.',
        'Architecture for people who only look up.',
      ],
      series: ['forty-eight-hour guides', 'bench map', 'off-season weekends'],
      scenes: ['on a weekend out of season', 'in a guide that people can follow on foot'],
    },
    budget_travel: {
      products: [
        ['Hostel Passes', 'ten nights in ninety hostels, to use within a year'],
        ['Cabin Backpacks', 'a 36-litre pack that fits under every seat'],
        ['Travel SIMs', 'one SIM for forty countries, without a contract'],
      ],
      bios: [
        'Receipts for everything.',
        'How far fifty euros go, this month by bus.',
        'Hostel kitchens of the world.',
        'Student budget, no debts, good stories.',
      ],
      series: ['fifty-euro weekends', 'hostel kitchen series', 'receipts on the table'],
      scenes: ['on a trip with every receipt shown', 'on the cheapest route you can find'],
    },
    luxury_travel: {
      products: [
        ['Lake Retreats', 'nine rooms, one boat and no television'],
        ['Rail Suites', 'two nights in a restored sleeping car'],
        ['Private Tastings', 'an afternoon with a cook in a house above the sea'],
      ],
      bios: [
        'Quiet hotels, reviewed by someone who pays.',
        'What makes a good night: light, linen, silence.',
        'I count steps from bed to view.',
        'Few places, long stays, whole stories.',
      ],
      series: ['quiet-room index', 'one-night reviews', 'breakfast portraits'],
      scenes: ['over two nights, with the bill in view', 'in still pictures and very few words'],
    },
    van_life: {
      products: [
        ['Solar Kits', 'two panels, one cable and a manual that can be understood'],
        ['Pitch Finder', 'an app with places that are legal and quiet'],
        ['Compact Heaters', 'a heater the size of a shoe box for nights below zero'],
      ],
      bios: [
        'Six square metres, one dog, two jobs.',
        'I build vans and film the leaks.',
        'Legal pitches, clean exits.',
        'Working from lay-bys with good reception.',
      ],
      series: ['leak reports', 'build diary', 'lay-by office'],
      scenes: ['through a week below zero', 'in a build that is not finished yet'],
    },
  },
}
