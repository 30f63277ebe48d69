import { describe, expect, it } from 'vitest'
import { differencesOf } from '../../../src/features/campaigns/edit/field-names.ts'
import { formKeyOf } from '../../../src/features/campaigns/edit/form-key.ts'
import { campaignForm, campaignFormOf, emptyPlan, overlaid } from '../../../src/features/campaigns/forms.ts'
import { checkForm, type SubmittedValues } from '../../../src/platform/forms/form.ts'

const blank = campaignFormOf(emptyPlan, [])
const form = campaignForm('Europe/Stockholm')

function read(sent: Record<string, string | readonly string[]>) {
  const typed: SubmittedValues = Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]),
  )
  return checkForm(overlaid(blank, typed), form)
}

function written(sent: Record<string, string | readonly string[]>) {
  const parsed = read({ name: 'Boots', ...sent })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return { ...parsed.value.plan, goals: parsed.value.goals }
}

function errorsOf(sent: Record<string, string | readonly string[]>) {
  return read({ name: 'Boots', ...sent }).errors
}

describe('the form of a campaign', () => {
  it('saves a draft with nothing but a name, and gives the rest its defaults', () => {
    expect(written({})).toMatchObject({
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

  it('takes boxes and rows that are not sent for emptied where the page sent the form', () => {
    const sent = { usageMonths: '0', visibility: 'private', disclosure: '' }
    expect(written(sent)).toMatchObject({
      platforms: [],
      deliverables: [],
      disclosure: '',
      usageChannels: [],
    })
  })

  it('counts days in the time zone of the sponsor', () => {
    expect(written({ endDate: '2026-10-25' }).endsAt).toBe(Date.parse('2026-10-25T23:00:00Z'))
    expect(written({ endDate: '2026-07-01' }).endsAt).toBe(Date.parse('2026-07-01T22:00:00Z'))
  })

  it('takes goals by the line and by the field, without blanks and repetitions', () => {
    expect(written({ goals: 'Reach hikers\r\n\r\n  500 visits \nReach hikers' }).goals).toEqual([
      'Reach hikers',
      '500 visits',
    ])
    expect(written({ goals: ['Reach hikers', '', '500 visits'] }).goals).toEqual([
      'Reach hikers',
      '500 visits',
    ])
  })

  it('reads rows of deliverables, leaves blank ones out and adds up a kind that comes twice', () => {
    const rows = { deliverableKind: ['reel', '', 'story', 'reel'], deliverableCount: ['1', '9', '2', '3'] }
    expect(written(rows).deliverables).toEqual([
      { kind: 'reel', count: 4 },
      { kind: 'story', count: 2 },
    ])
  })

  it('names every wrong field at once', () => {
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
    const fields = ['name', 'category', 'niche', 'platforms', 'deliverableKind', 'startDate', 'budget']
    expect(Object.keys(read(sent).errors).sort()).toEqual([...fields, 'usageMonths', 'visibility'].sort())
  })

  it('refuses dates the wrong way round at the end date', () => {
    expect(errorsOf({ startDate: '2026-10-02', endDate: '2026-10-01' })).toEqual({
      endDate: 'It ends before it starts: choose the same day or a later one',
    })
    expect(errorsOf({ startDate: '2026-10-01', endDate: '2026-10-01' })).toEqual({})
  })

  it.each([
    ['a niche of another category', { category: 'beauty', niche: 'hiking' }, 'niche'],
    ['a niche without a category', { niche: 'hiking' }, 'niche'],
    ['a niche that every object has', { category: 'beauty', niche: 'constructor' }, 'niche'],
    [
      'a kind that every object has',
      { deliverableKind: 'toString', deliverableCount: '1' },
      'deliverableKind',
    ],
    ['a name that is too long', { name: 'x'.repeat(121) }, 'name'],
    ['two names', { name: ['a', 'b'] }, 'name'],
    ['a brief that is too long', { brief: 'x'.repeat(5_001) }, 'brief'],
    ['too many goals', { goals: Array.from({ length: 21 }, (_, n) => `goal ${n}`).join('\n') }, 'goals'],
    ['a goal that is too long', { goals: 'x'.repeat(201) }, 'goals'],
    ['enormous money', { budget: '99999999999999999999' }, 'budget'],
    ['money in words', { budget: 'ten' }, 'budget'],
    ['too many fractions', { budget: '1.005' }, 'budget'],
    ['a day before the calendar', { endDate: '0000-01-01' }, 'endDate'],
    ['a day past all days', { endDate: '9999-12-31' }, 'endDate'],
    ['two end dates', { endDate: ['2026-10-01', '2026-10-02'] }, 'endDate'],
    ['months without end', { usageMonths: '999' }, 'usageMonths'],
  ])('refuses %s at its field', (_, sent, field) => {
    expect(Object.keys(errorsOf(sent))).toEqual([field])
  })

  it('keeps markup, emoji and right-to-left text as they were typed', () => {
    const brief = '<script>alert(1)</script> مرحبا 👟'
    expect(written({ brief }).brief).toBe(brief)
  })

  it('shows a plan as it was written', () => {
    const sent = { name: 'Boots', budget: '1,250.5', endDate: '2026-10-01', goals: 'a\nb' }
    const plan = written(sent)
    const shown = campaignFormOf(plan, plan.goals)
    expect(shown.values).toMatchObject({ budget: ['1250.50'], endDate: ['2026-10-01'], goals: ['a\nb'] })
    expect(differencesOf(shown, campaignFormOf(plan, ['a', 'c']))).toEqual([
      { field: 'goals', saved: 'a\nb', typed: 'a\nc' },
    ])
  })
})

describe('the key of a form', () => {
  it('is the same for the same form sent twice, and another once something else is typed', async () => {
    const sent = { formKey: ['k'], name: ['Boots'] }
    expect(await formKeyOf(sent)).toBe(await formKeyOf({ ...sent }))
    expect(await formKeyOf(sent)).not.toBe(await formKeyOf({ ...sent, name: ['Shoes'] }))
    expect(await formKeyOf({ name: ['Boots'] })).toBeNull()
  })
})
