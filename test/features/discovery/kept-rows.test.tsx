import fc from 'fast-check'
import type { Child } from 'hono/jsx'
import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { campaignColumns } from '../../../src/features/discovery/campaigns/columns.tsx'
import { EVERY_CAMPAIGN } from '../../../src/features/discovery/campaigns/filters.ts'
import type { FoundCampaign } from '../../../src/features/discovery/campaigns/queries.ts'
import { CampaignResults } from '../../../src/features/discovery/campaigns/results.tsx'
import { influencerColumns } from '../../../src/features/discovery/influencers/columns.tsx'
import { EVERYBODY } from '../../../src/features/discovery/influencers/filters.ts'
import type { FoundInfluencer } from '../../../src/features/discovery/influencers/queries.ts'
import { InfluencerResults } from '../../../src/features/discovery/influencers/results.tsx'
import { selectColumn } from '../../../src/features/discovery/influencers/selection.tsx'
import type { SearchedText } from '../../../src/platform/db/searched-text.ts'
import type { CampaignId, UserId } from '../../../src/shared/ids.ts'
import { cents } from '../../../src/shared/money.ts'
import { isolateHtml } from '../../../src/shared/text/isolate-html.ts'
import { type Column, Table } from '../../../src/ui/data/table.tsx'
import { type Locale, LocaleContext } from '../../../src/ui/values/locale.ts'

const text = (value: string) => value as SearchedText

// Around midnight and the end of a year.
const moments = ['2026-11-27T22:30Z', '2026-11-27T23:30Z', '2026-12-31T23:30Z', '2027-01-01T06:30Z'].map(
  (text) => Date.parse(text),
)

const locales = fc.record({
  now: fc.constantFrom(...moments),
  timeZone: fc.constantFrom('UTC', 'Europe/Stockholm', 'America/Denver'),
  currency: fc.constantFrom('USD', 'EUR'),
  locale: fc.constantFrom('en-US', 'de'),
})

const campaign: FoundCampaign = {
  id: 1 as CampaignId,
  name: text('Autumn Trail Boots'),
  sponsorName: text('Northway Outdoor'),
  category: 'outdoors',
  niche: 'hiking',
  platforms: ['instagram'],
  wantedDeliverables: [{ kind: 'reel', count: 2 }],
  startDate: '2026-11-29',
  endDate: '2027-01-05',
  timeZone: 'America/Denver',
  budget: cents(1_000_000),
  startsAt: Date.parse('2026-11-29T07:00Z'),
  endsAt: Date.parse('2027-01-06T07:00Z'),
}

const campaigns: fc.Arbitrary<FoundCampaign> = fc
  .record({
    id: fc.constantFrom(1 as CampaignId, 2 as CampaignId),
    name: fc.constantFrom(text('Autumn Trail Boots'), text('أحذية')),
    budget: fc.constantFrom(cents(1_000_000), cents(1_000_050)),
    timeZone: fc.constantFrom('America/Denver', 'Europe/London'),
  })
  .map((changes) => ({ ...campaign, ...changes }))

const found = { filters: [], suggestions: [], form: { values: {}, errors: {} }, isFirst: true }

/** The rows of the table in a page, as it is sent. */
function rowsIn(html: unknown): string {
  const { document } = parseHTML(`<body>${isolateHtml(String(html))}</body>`)
  return document.querySelector('tbody')?.innerHTML ?? ''
}

/** Expects a kept row to have the same HTML as a fresh one. */
function expectFresh<Row>(results: Child, columns: readonly Column<Row>[], row: Row, locale: Locale): void {
  const kept = <LocaleContext.Provider value={locale}>{results}</LocaleContext.Provider>
  const anew = (
    <LocaleContext.Provider value={locale}>
      <Table caption="" columns={columns} rows={[row]} />
    </LocaleContext.Provider>
  )
  expect(rowsIn(kept)).toBe(rowsIn(anew))
}

it('campaigns in search results are kept, and always as if they were rendered anew', () => {
  fc.assert(
    fc.property(campaigns, locales, (row, locale) => {
      const page = { rows: [row], next: null }
      const results = <CampaignResults {...found} found={page} search={EVERY_CAMPAIGN} maySave />
      expectFresh(results, campaignColumns, row, locale)
    }),
    { numRuns: 500 },
  )
})

const influencers: fc.Arbitrary<FoundInfluencer> = fc.record({
  id: fc.constantFrom(1 as UserId, 2 as UserId),
  name: fc.constantFrom(text('Mara Lindqvist'), text('מרה')),
  category: fc.constant('outdoors'),
  niche: fc.constantFrom('hiking', 'climbing'),
  country: fc.constantFrom('SE', 'NO'),
  reach: fc.constantFrom(900, 12_000),
  followers: fc.constantFrom(900, 12_000),
  engagementRate: fc.constantFrom(0.04, 0.041),
  lowestPrice: fc.constantFrom(cents(45_000), null),
  rating: fc.constantFrom(4.5, null),
  ratingCount: fc.constantFrom(1, 21),
})

it('so are influencers, with and without followers and the choice', () => {
  fc.assert(
    fc.property(influencers, locales, fc.boolean(), fc.boolean(), (row, locale, mayInvite, byFollowers) => {
      const search = { ...EVERYBODY, followersFrom: byFollowers ? 500 : null }
      const page = { rows: [row], next: null }
      const results = <InfluencerResults {...found} found={page} search={search} mayInvite={mayInvite} />
      expectFresh(results, [...influencerColumns(search), ...(mayInvite ? [selectColumn] : [])], row, locale)
    }),
    { numRuns: 300 },
  )
})
