import type { categories } from '../../../src/shared/taxonomy.ts'
import type { CategoryWords } from './niche-words.ts'

export const business: CategoryWords<keyof typeof categories.business.niches> = {
  companies: ['Ledger', 'Advisory', 'Works', 'Finance', 'Desk'],
  goods: ['plain tools for money and work', 'software for firms of up to twenty people'],
  niches: {
    personal_finance: {
      products: [
        ['Household Budget App', 'an app that sorts spending without reading your post'],
        ['Savings Pots', 'an account with pots that have names and dates'],
        ['Tax Return Course', 'four evenings, one finished return'],
      ],
      bios: [
        'Money talk for people who hate money talk.',
        'Paid off 31,000 in four years, spreadsheet attached.',
        'Budgets with room for cake.',
        'Former bank clerk, no products to sell.',
      ],
      series: ['payday checklist', 'debt-free letters', 'cake-budget series'],
      scenes: ['with your own numbers, as far as you like', 'in a walk through one month'],
    },
    investing: {
      products: [
        ['Index Plan Tool', 'a tool that plans savings and shows all costs'],
        ['Annual Report Reader', 'software that puts ten reports side by side'],
        ['Investors Almanac', 'a yearbook of markets, on paper'],
      ],
      bios: [
        'Boring portfolios, interesting lives.',
        'I read annual reports aloud.',
        'Risk explained with weather.',
        'Not advice, but with sources.',
      ],
      series: ['annual reports aloud', 'cost-hunt series', 'weather of markets'],
      scenes: ['without promising any return', 'with every cost on the screen'],
    },
    careers: {
      products: [
        ['Portfolio Builder', 'a page for your work, made in an evening'],
        ['Interview Practice', 'an hour with someone who hires in your trade'],
        ['Work Notebooks', 'a notebook with a page for what went well'],
      ],
      bios: [
        'Recruiter who answers.',
        'Changing trades at forty-five.',
        'Letters of application, before and after.',
        'Quiet people in loud offices.',
      ],
      series: ['before-and-after letters', 'second-career talks', 'salary stories'],
      scenes: ['with somebody who is looking right now', 'in one honest before and after'],
    },
    small_business: {
      products: [
        ['Invoice Software', 'invoices, reminders and the tax file in one place'],
        ['Card Readers', 'a reader without a monthly fee'],
        ['Shop Insurance', 'one policy for shop, stock and market stall'],
      ],
      bios: [
        'A shop with two staff and one open ledger.',
        'What I pay myself, month by month.',
        'From market stall to lease.',
        'Freelancers, fees and feelings.',
      ],
      series: ['open-ledger months', 'market-stall films', 'first-hire diary'],
      scenes: ['in your own shop on a busy day', 'at the end of a month, with the books open'],
    },
    marketing: {
      products: [
        ['Newsletter Tool', 'newsletters from plain text, with honest figures'],
        ['Content Planner', 'a planner that fits a team of three'],
        ['Survey Kit', 'ten surveys that people finish'],
      ],
      bios: [
        'Marketing for people who find it embarrassing.',
        'I publish my open rates.',
        'Copywriter, cutter of adjectives.',
        'Small brands, long memories.',
      ],
      series: ['cut-the-adjective clinic', 'open-rate reports', 'tiny-brand stories'],
      scenes: ['in a campaign of your own, figures shown', 'next to what you used before'],
    },
  },
}
