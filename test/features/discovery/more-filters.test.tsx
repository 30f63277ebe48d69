import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { rareFields } from '../../../src/features/discovery/influencers/filter-fields.tsx'
import { InfluencerSearchForm } from '../../../src/features/discovery/influencers/search-form.tsx'
import { formWith } from '../../../src/platform/forms/form.ts'
import { snakeCase } from '../../../src/shared/case.ts'
import { LocaleContext } from '../../../src/ui/values/locale.ts'

const values = fc.record({
  niche: fc.constantFrom('', 'hiking', 'skincare'),
  country: fc.constantFrom('', 'SE', 'NO'),
  language: fc.constantFrom('', 'sv'),
  followersFrom: fc.constantFrom('', '500', 'many'),
  followersTo: fc.constantFrom('', '5000'),
  reachFrom: fc.constantFrom('', '100'),
  engagementFrom: fc.constantFrom('', '2.5'),
  priceTo: fc.constantFrom('', '<40>'),
  ratingFrom: fc.constantFrom('', '4'),
})
const settings = fc.record({
  currency: fc.constantFrom('USD', 'EUR'),
  error: fc.constantFrom(undefined, 'Enter a number', 'Enter a lower number'),
})

it('the less common filters show what was typed, its errors and the currency, however often they are shown', () => {
  fc.assert(
    fc.property(values, settings, (typed, { currency, error }) => {
      const form = { ...formWith(typed), errors: error ? { followersFrom: error } : {} }
      const locale = { now: 0, timeZone: 'UTC', currency, locale: 'en-US' }
      const { document } = parseHTML(
        `<body>${(
          <LocaleContext.Provider value={locale}>
            <InfluencerSearchForm form={form} region="influencers" />
          </LocaleContext.Provider>
        )}</body>`,
      )
      const details = document.querySelector('details')
      expect(valuesIn(details)).toEqual(typed)
      const set = Object.values(typed).filter((value) => value !== '').length
      expect(details?.querySelector('summary')?.textContent).toContain(
        set > 0 ? `(${set} set)` : 'More filters',
      )
      expect(details?.hasAttribute('open')).toBe(error !== undefined)
      expect(details?.textContent.includes(error ?? 'Enter a')).toBe(error !== undefined)
      expect(details?.textContent).toContain(`Price up to${currency}`)
    }),
    { numRuns: 80 },
  )
})

function valuesIn(details: Element | null): Record<string, string> {
  return Object.fromEntries(
    rareFields.map((name) => {
      const field = details?.querySelector(`[name=${snakeCase(name)}]`)
      const chosen = field?.querySelector('option[selected]')
      return [name, (chosen ?? field)?.getAttribute('value') ?? '']
    }),
  )
}
