import fc from 'fast-check'
import { expect, it } from 'vitest'
import { requestLists } from '../../../../src/features/ad-requests/list/request-list.tsx'
import type { ListedAdRequest } from '../../../../src/features/ad-requests/rows/select.ts'
import type { AdRequestId } from '../../../../src/shared/ids.ts'
import { cents } from '../../../../src/shared/money.ts'
import { HOUR, MINUTE } from '../../../../src/shared/time.ts'
import { tableRow } from '../../../../src/ui/data/table.tsx'
import { type Locale, LocaleContext } from '../../../../src/ui/values/locale.ts'

const CLOSING = Date.parse('2026-12-31T23:30Z')

const request: Omit<ListedAdRequest, 'campaignName' | 'sponsorName' | 'influencerName'> = {
  id: 7 as AdRequestId,
  state: 'pending',
  turn: 'sponsor',
  origin: 'invitation',
  offerNumber: 2,
  paymentAmount: cents(145_000),
  closesAt: CLOSING,
  createdAt: Date.parse('2026-12-28T09:00Z'),
  startedAt: 1,
}
const names = { campaignName: 'Autumn Trail Boots', sponsorName: 'Northway', influencerName: 'Mara' }

const rows = fc
  .record({
    state: fc.constantFrom('pending' as const, 'accepted' as const, 'expired' as const),
    turn: fc.constantFrom('sponsor' as const, 'influencer' as const),
    startedAt: fc.constantFrom(1, 2),
  })
  .map((changes) => ({ ...request, ...names, ...changes }) as ListedAdRequest)

const locales = fc.record({
  now: fc
    .constantFrom(-49 * HOUR, -3 * HOUR, -2 * HOUR, -MINUTE, 0, 40 * MINUTE, 8 * HOUR)
    .map((after) => CLOSING + after),
  timeZone: fc.constantFrom('UTC', 'Europe/Stockholm', 'America/Denver'),
  currency: fc.constant('USD'),
  locale: fc.constant('en-US'),
})

it.each(['sponsor', 'influencer'] as const)('two rows of a %s with one key look the same', (side) => {
  const { columns, keyIn } = requestLists[side]
  const keyOf = (row: ListedAdRequest, locale: Locale) => keyIn?.(locale)(row)
  const render = (row: ListedAdRequest, locale: Locale) =>
    String(<LocaleContext.Provider value={locale}>{tableRow(columns, row)}</LocaleContext.Provider>)
  let compared = 0
  fc.assert(
    fc.property(rows, rows, locales, locales, (one, other, here, there) => {
      if (keyOf(one, here) !== keyOf(other, there)) return
      compared += 1
      expect(render(one, here)).toBe(render(other, there))
    }),
    { numRuns: 20_000 },
  )
  expect(compared).toBeGreaterThan(100)
})
