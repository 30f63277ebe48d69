import type { categories } from '../../../src/shared/taxonomy.ts'
import type { CategoryWords } from './niche-words.ts'

export const gaming: CategoryWords<keyof typeof categories.gaming.niches> = {
  companies: ['Games', 'Interactive', 'Arcade', 'Playworks', 'Play'],
  goods: ['games by teams of fewer than twenty people', 'hardware for long evenings'],
  niches: {
    console: {
      products: [
        ['Split Controllers', 'a controller in two halves for sofas and sore wrists'],
        ['Story Adventures', 'a six-hour adventure about a lighthouse and its debts'],
        ['Travel Docks', 'a dock that fits into a pencil case'],
      ],
      bios: [
        'Couch co-op with my sister.',
        'I finish games, even the long ones.',
        'Accessibility settings, tested by someone who needs them.',
        'No rage, some crying.',
      ],
      series: ['sister co-op nights', 'credits-roll reviews', 'settings-menu series'],
      scenes: ['in a first blind evening with your viewers', 'on the sofa with somebody new to it'],
    },
    pc: {
      products: [
        ['Quiet Keyboards', 'a keyboard that lets the others sleep'],
        ['City Builders', 'a builder where the river decides'],
        ['Silent Cases', 'a case with filters that can be washed'],
      ],
      bios: [
        'Strategy games, spreadsheets included.',
        'Builds under six hundred, with used parts.',
        'I speak softly and lose often.',
        'Mods, patches and patience.',
      ],
      series: ['used-parts builds', 'one-city saga', 'patch-day streams'],
      scenes: ['over three streams with the same save', 'in a build with a small budget'],
    },
    mobile_games: {
      products: [
        ['Puzzle Packs', 'two hundred puzzles, paid once, no advertising'],
        ['Phone Grips', 'a grip that fits phones with a case'],
        ['Word Duels', 'a word game for two that ends within five minutes'],
      ],
      bios: [
        'Games for the bus.',
        'I pay once and never for gems.',
        'Puzzles before bedtime.',
        'Five minutes, one opinion.',
      ],
      series: ['bus-ride reviews', 'no-gems list', 'bedtime puzzles'],
      scenes: ['on your normal way to work', 'in a duel against your followers'],
    },
    esports: {
      products: [
        ['Practice Lobbies', 'private servers by the hour, for teams of friends'],
        ['Wrist Rests', 'a rest filled with buckwheat'],
        ['Amateur Cup', 'a cup in eight regions with travel paid'],
      ],
      bios: [
        'Analyst of a league you have not heard of yet.',
        'Coach for amateur teams, Tuesday nights.',
        'I cast games in two languages.',
        'Reaction times of a thirty-five-year-old.',
      ],
      series: ['amateur-league casts', 'replay school', 'draft-board talks'],
      scenes: ['in a team practice with open voice chat', 'live, on a cup evening'],
    },
    board_games: {
      products: [
        ['Cooperative Card Games', 'a card game for four who lose together'],
        ['Travel Editions', 'three classics in tins, with magnets'],
        ['Legacy Campaigns', 'a campaign in fifteen evenings that changes its own board'],
      ],
      bios: [
        'Rules explained in four minutes.',
        'Game nights with neighbours since the flood.',
        'I own too many meeples.',
        'Two-player games for quiet couples.',
      ],
      series: ['four-minute rules', 'neighbour game nights', 'shelf clear-outs'],
      scenes: ['at a table with people who have never played', 'over a whole weekend with rain'],
    },
  },
}
