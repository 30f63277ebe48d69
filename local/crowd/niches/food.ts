import type { categories } from '../../../src/shared/taxonomy.ts'
import type { CategoryWords } from './niche-words.ts'

export const food: CategoryWords<keyof typeof categories.food.niches> = {
  companies: ['Kitchen', 'Pantry', 'Provisions', 'Larder', 'Table'],
  goods: ['pantry goods from small farms', 'tools and ingredients for people who cook every day'],
  niches: {
    recipes: {
      products: [
        ['Stone-Milled Flours', 'four flours from one valley, milled on the day they are sent'],
        ['Weeknight Sauces', 'sauces in jars that are dinner in twelve minutes'],
        ['Carbon Steel Pans', 'a pan of 26 centimetres that gets better with every egg'],
      ],
      bios: [
        'Dinner for four, under ten euros, on one hob.',
        'I cook what my grandmother cooked, with her notes beside me.',
        'Weeknight food for people who come home late.',
        'Every recipe is tested three times, once by a child.',
      ],
      series: ['one-pan Wednesdays', 'grandmother notebook', 'five-ingredient dinners'],
      scenes: ['in a dinner that people can cook the same evening', 'in three recipes for a normal week'],
    },
    baking: {
      products: [
        ['Proofing Baskets', 'a basket of willow in two sizes, with a washable cloth'],
        ['Rye Starter', 'a dried starter that is awake after two feedings'],
        ['Cake Tins', 'a tin without coating that lets go all by itself'],
      ],
      bios: [
        'Sourdough at altitude, with mixed results.',
        'Home baker, former accountant: I weigh everything.',
        'Cakes that survive a train journey.',
        'Bread science in plain words.',
      ],
      series: ['bread clinic', 'train-proof cakes', 'starter diaries'],
      scenes: ['in a loaf from start to crumb', 'on one long Saturday of baking'],
    },
    vegan: {
      products: [
        ['Smoked Tofu', 'a firm tofu smoked over beech, made the day before it is sent'],
        ['Oat Cream', 'a cream for cooking that does not split'],
        ['Bean Pastas', 'a pasta from chickpeas that holds its shape'],
      ],
      bios: [
        'Plants, plates and no preaching.',
        'I make the vegan version of what you already like.',
        'Cheap, green and filling: student kitchen for grown-ups.',
        'Lunch boxes that other people look at.',
      ],
      series: ['lunch-box series', 'swap-it Sundays', 'market hauls'],
      scenes: ['in a dish that nobody expects to be vegan', 'in a week of lunch boxes'],
    },
    restaurants: {
      products: [
        ['Table Booking App', 'an app that shows free tables within twenty minutes on foot'],
        ['Tasting Weeks', 'three courses at a fixed price in forty small restaurants'],
        ['Supper Club Passes', 'a pass for six evenings with six cooks'],
      ],
      bios: [
        'I eat at counters and talk to the cooks.',
        'Small places, paid bills, honest words.',
        'One neighbourhood a month, every kitchen in it.',
        'Where to eat alone and enjoy it.',
      ],
      series: ['counter-seat reviews', 'one-street tours', 'late-kitchen list'],
      scenes: ['on a normal evening out, without a reserved corner', 'over one weekend in your own city'],
    },
    coffee: {
      products: [
        ['Filter Roasts', 'three light roasts from three farms, with the price that each was paid'],
        ['Hand Grinders', 'a grinder for two cups that fits into a jacket'],
        ['Pour-Over Sets', 'a glass dripper with a lid, and filters for a year'],
      ],
      bios: [
        'Barista on weekdays, grinder collector on weekends.',
        'I explain coffee without the incense.',
        'One cup a day, so it had better be good.',
        'Roasters of the region, visited by bike.',
      ],
      series: ['one-cup reviews', 'roaster visits', 'dial-in mornings'],
      scenes: ['in your morning cup for two weeks', 'next to the cheap one, blind'],
    },
    wine: {
      products: [
        ['Alcohol-Free Aperitifs', 'two bitter aperitifs without alcohol, made with gentian and orange'],
        ['Tasting Boxes', 'six half-bottles from growers with less than ten hectares'],
        ['Craft Ciders', 'a dry cider from old orchards, fermented in the bottle'],
      ],
      bios: [
        'Natural wine, normal words.',
        'I visit growers and bring back their mistakes too.',
        'What to open on a Tuesday.',
        'Ciders, vermouths and everything that is not quite wine.',
      ],
      series: ['Tuesday bottle', 'cellar visits', 'blind-tasting nights'],
      scenes: ['at a table with friends who know nothing about it', 'next to a dish from your own kitchen'],
    },
  },
}
