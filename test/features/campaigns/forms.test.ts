import { describe, expect, it } from 'vitest'
import { differencesBetween } from '../../../src/features/campaigns/edit/differences.ts'
import {
  campaignForm,
  campaignFormOf,
  newCampaign,
  withSavedValues,
} from '../../../src/features/campaigns/forms.ts'
import { checkForm, type SubmittedValues } from '../../../src/platform/forms/form.ts'

const blank = campaignFormOf(newCampaign('Europe/Stockholm'))

function read(sent: Record<string, string | readonly string[]>) {
  const typed: SubmittedValues = Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]),
  )
  return checkForm(withSavedValues(blank, typed), campaignForm)
}

function inputOf(sent: Record<string, string | readonly string[]>) {
  const parsed = read({ name: 'Boots', ...sent })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return { ...parsed.value.plan, goals: parsed.value.goals }
}

function errorsOf(sent: Record<string, string | readonly string[]>) {
  return read({ name: 'Boots', ...sent }).errors
}

describe('the form of a campaign', () => {
  it('needs only a name, and has defaults for the rest', () => {
    expect(inputOf({})).toMatchObject({
      name: 'Boots',
      brief: '',
      category: null,
      disclosure: '#ad',
      usageChannels: ['organic'],
      usageMonths: 3,
      budget: 0,
      visibility: 'public',
      endsAt: null,
      goals: [],
    })
  })

  it('counts checkboxes and rows that were not submitted as emptied if the whole form was submitted', () => {
    const sent = { usageMonths: '0', visibility: 'private', disclosure: '' }
    expect(inputOf(sent)).toMatchObject({
      platforms: [],
      wantedDeliverables: [],
      disclosure: '',
      usageChannels: [],
    })
  })

  it("begins and ends in the campaign's time zone, which is the sponsor's unless they choose another", () => {
    const dates = { startDate: '2026-10-25', endDate: '2026-10-25' }
    expect(inputOf(dates)).toMatchObject({
      timeZone: 'Europe/Stockholm',
      startsAt: Date.parse('2026-10-24T22:00:00Z'),
      endsAt: Date.parse('2026-10-25T23:00:00Z'),
    })
    expect(inputOf({ ...dates, timeZone: 'asia/calcutta' })).toMatchObject({
      timeZone: 'Asia/Kolkata',
      startsAt: Date.parse('2026-10-24T18:30:00Z'),
      endsAt: Date.parse('2026-10-25T18:30:00Z'),
    })
  })

  it('reads goals from lines or fields, without blanks and duplicates', () => {
    expect(inputOf({ goals: 'Reach hikers\r\n\r\n  500 visits \nReach hikers' }).goals).toEqual([
      'Reach hikers',
      '500 visits',
    ])
    expect(inputOf({ goals: ['Reach hikers', '', '500 visits'] }).goals).toEqual([
      'Reach hikers',
      '500 visits',
    ])
  })

  it('drops blank rows of deliverables and adds up equal kinds', () => {
    const rows = { deliverableKind: ['reel', '', 'story', 'reel'], deliverableCount: ['1', '9', '2', '3'] }
    expect(inputOf(rows).wantedDeliverables).toEqual([
      { kind: 'reel', count: 4 },
      { kind: 'story', count: 2 },
    ])
  })

  it('reports every invalid field at once', () => {
    const sent = {
      name: '  ',
      category: 'nonsense',
      niche: 'hiking',
      platforms: ['instagram', 'myspace'],
      deliverableKind: ['reel'],
      deliverableCount: ['0'],
      startDate: '2026-02-30',
      budget: '-5',
      usageMonths: '1.5',
      visibility: 'secret',
    }
    const fields = ['name', 'category', 'niche', 'platforms', 'deliverableCount.0', 'startDate', 'budget']
    expect(Object.keys(read(sent).errors).sort()).toEqual([...fields, 'usageMonths', 'visibility'].sort())
  })

  it('refuses an end date before the start date', () => {
    expect(errorsOf({ startDate: '2026-10-02', endDate: '2026-10-01' })).toEqual({
      endDate: 'Choose an end date on or after the start date',
    })
    expect(errorsOf({ startDate: '2026-10-01', endDate: '2026-10-01' })).toEqual({})
  })

  it.each([
    ['a niche of another category', { category: 'beauty', niche: 'hiking' }, 'niche'],
    ['a niche without a category', { niche: 'hiking' }, 'niche'],
    ['a niche that is a property of every object', { category: 'beauty', niche: 'constructor' }, 'niche'],
    [
      'a kind that is a property of every object',
      { deliverableKind: 'toString', deliverableCount: '1' },
      'deliverableKind.0',
    ],
    ['a name that is too long', { name: 'x'.repeat(121) }, 'name'],
    ['two names', { name: ['a', 'b'] }, 'name'],
    ['a brief that is too long', { brief: 'x'.repeat(5_001) }, 'brief'],
    ['too many goals', { goals: Array.from({ length: 21 }, (_, n) => `goal ${n}`).join('\n') }, 'goals'],
    ['a goal that is too long', { goals: 'x'.repeat(201) }, 'goals'],
    ['an enormous amount', { budget: '99999999999999999999' }, 'budget'],
    ['an amount in words', { budget: 'ten' }, 'budget'],
    ['too many decimals', { budget: '1.005' }, 'budget'],
    ['a date before year 1', { endDate: '0000-01-01' }, 'endDate'],
    ['a date in the year 9999', { endDate: '9999-12-31' }, 'endDate'],
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['no time zone', { timeZone: '' }, 'timeZone'],
    ['two end dates', { endDate: ['2026-10-01', '2026-10-02'] }, 'endDate'],
    ['too many months', { usageMonths: '999' }, 'usageMonths'],
  ])('refuses %s at its field', (_, sent, field) => {
    expect(Object.keys(errorsOf(sent))).toEqual([field])
  })

  it('keeps markup, emoji and right-to-left text as they were typed', () => {
    const brief = '<script>alert(1)</script> مرحبا 👟'
    expect(inputOf({ brief }).brief).toBe(brief)
  })

  it('shows a campaign as it was entered', () => {
    const sent = { name: 'Boots', budget: '1,250.5', endDate: '2026-10-01', goals: 'a\nb' }
    const { goals, ...plan } = inputOf(sent)
    const shown = campaignFormOf({ plan, goals })
    expect(shown.values).toMatchObject({ budget: ['1250.50'], endDate: ['2026-10-01'], goals: ['a\nb'] })
    expect(differencesBetween(shown, campaignFormOf({ plan, goals: ['a', 'c'] }))).toEqual([
      { field: 'goals', saved: 'a\nb', typed: 'a\nc' },
    ])
  })
})
