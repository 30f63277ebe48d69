import type { categories } from '../../../src/shared/taxonomy.ts'
import type { CategoryWords } from './niche-words.ts'

export const health: CategoryWords<keyof typeof categories.health.niches> = {
  companies: ['Health', 'Wellbeing', 'Balance', 'Daily', 'Care Collective'],
  goods: ['everyday health things with studies to read', 'calm tools for sleep, food and mind'],
  niches: {
    nutrition: {
      products: [
        ['Fibre Mixes', 'a mix of four fibres that tastes of nothing'],
        ['Meal Planner', 'an app that plans a week from what is in season'],
        ['Vitamin D Drops', 'drops in oil, with the dose that doctors name'],
      ],
      bios: [
        'Dietitian. No forbidden foods here.',
        'I read studies at breakfast.',
        'Eating well on shift work.',
        'Numbers where they help, none where they hurt.',
      ],
      series: ['study of the week', 'shift-work plates', 'label school'],
      scenes: ['in a week of ordinary meals', 'with the study on the table beside it'],
    },
    mental_health: {
      products: [
        ['Mood Journal', 'a paper journal with one question a day'],
        ['Breathing App', 'three exercises, no streaks and no points'],
        ['Therapy Finder', 'a service that shows free places near you'],
      ],
      bios: [
        'Psychologist in training, human in practice.',
        'Anxiety explained with cartoons.',
        'I talk about the dull parts of getting better.',
        'Kind words, clear sources.',
      ],
      series: ['anxiety cartoons', 'quiet Sunday letters', 'first-session questions'],
      scenes: ['in a way that promises nothing', 'in your own words, with a helpline named'],
    },
    sleep: {
      products: [
        ['Wool Duvets', 'a duvet that is cool in July and warm in January'],
        ['Sunrise Lamps', 'a lamp that wakes a room over thirty minutes'],
        ['Side Sleeper Pillows', 'a pillow in three heights, to try for sixty nights'],
      ],
      bios: [
        'Former insomniac, now boringly well rested.',
        'Night nurse who sleeps by day.',
        'Bedrooms, rhythms and no miracle tricks.',
        'What thirty nights of notes taught me.',
      ],
      series: ['thirty-night notes', 'bedroom makeovers', 'night-shift diary'],
      scenes: ['over thirty nights, with your notes', 'in a bedroom that looks lived in'],
    },
    women_health: {
      products: [
        ['Period Underwear', 'underwear for heavy days, washable a hundred times'],
        ['Cycle Diary', 'an app that keeps everything on the phone'],
        ['Pelvic Floor Courses', 'eight lessons by midwives, at your own pace'],
      ],
      bios: [
        'Midwife with a microphone.',
        'Menopause without whispering.',
        'I ask doctors what you send me.',
        'Endometriosis, work and everyday life.',
      ],
      series: ['ask-a-midwife evenings', 'menopause mailbag', 'cycle basics'],
      scenes: ['openly, with the questions people really ask', 'with a professional beside you'],
    },
  },
}
