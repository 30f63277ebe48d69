import type { Child } from 'hono/jsx'
import { roundRating, roundShare } from '../../../shared/format.ts'
import { languageName } from '../../../shared/places.ts'
import {
  type DeliverableKind,
  deliverableKindKeys,
  deliverableKinds,
  type Platform,
  platformKeys,
  platforms,
} from '../../../shared/taxonomy.ts'
import { Count, Percent } from '../../../ui/values/count.tsx'
import { Money } from '../../../ui/values/money.tsx'
import { Availability } from '../../influencers/availability.tsx'
import { placeOf } from '../../influencers/summary.ts'
import { ShortRating } from '../influencers/columns.tsx'
import { bestOf, pricePerThousand } from './comparison.ts'
import type { Compared } from './queries.ts'

/** One line of the comparison: a cell for each person, and who is best. */
export interface Row {
  readonly header: string
  readonly note?: string | undefined
  readonly cells: readonly Child[]
  readonly best: readonly boolean[]
}

export interface RowGroup {
  readonly header: string
  readonly rows: readonly Row[]
}

export function rowsOf(people: readonly Compared[]): RowGroup[] {
  return [
    { header: 'Audience', rows: audience(people) },
    { header: 'Followers by platform', rows: platformsOf(people).map((one) => followersOn(one, people)) },
    { header: 'Prices', rows: prices(people) },
    { header: 'Profile', rows: profile(people) },
  ].filter(({ rows }) => rows.length > 0)
}

function audience(people: readonly Compared[]): Row[] {
  return [
    measuredRow(people, {
      header: 'Reach',
      note: 'people likely to see a post',
      value: ({ reach }) => reach,
      best: 'most',
      show: (reach) => <Count value={reach} />,
    }),
    measuredRow(people, {
      header: 'Followers',
      value: ({ followers }) => followers,
      best: 'most',
      show: (followers) => <Count value={followers} />,
    }),
    measuredRow(people, {
      header: 'Engagement',
      note: 'likes and comments per follower',
      // Rounded as it is shown: of two that look equal, neither is marked as better.
      value: ({ engagementRate }) => engagementRate && roundShare(engagementRate),
      best: 'most',
      show: (share) => <Percent share={share} />,
    }),
    measuredRow(people, {
      header: 'Rating',
      value: ({ rating }) => rating && roundRating(rating),
      best: 'most',
      show: (rating, { ratingCount }) => <ShortRating rating={rating} count={ratingCount} />,
    }),
  ]
}

function prices(people: readonly Compared[]): Row[] {
  return [
    measuredRow(people, {
      header: 'Lowest price',
      value: ({ lowestPrice }) => lowestPrice,
      best: 'least',
      show: (price) => <Money cents={price} compact />,
    }),
    measuredRow(people, {
      header: 'Price per 1,000 reach',
      note: 'lowest price ÷ reach × 1,000',
      value: ({ lowestPrice, reach }) => pricePerThousand(lowestPrice, reach),
      best: 'least',
      show: (price) => <Money cents={price} />,
    }),
    ...kindsOf(people).map((kind) =>
      measuredRow(people, {
        header: `Price for one ${deliverableKinds[kind][0]}`,
        value: ({ priceOf }) => priceOf.get(kind) ?? null,
        best: 'least',
        show: (price) => <Money cents={price} compact />,
      }),
    ),
  ]
}

function followersOn(platform: Platform, people: readonly Compared[]): Row {
  return measuredRow(people, {
    header: platforms[platform],
    value: ({ followersOn: all }) => all.get(platform) ?? null,
    best: 'most',
    show: (followers) => <Count value={followers} />,
  })
}

function profile(people: readonly Compared[]): Row[] {
  return [
    textRow(people, 'Languages', ({ languages }) => languages.map(languageName).join(', ') || 'Not provided'),
    textRow(people, 'Location', placeOf),
    textRow(people, 'Availability', ({ availability }) => <Availability is={availability} />),
  ]
}

interface Measure<Value extends number> {
  readonly header: string
  readonly note?: string
  readonly value: (person: Compared) => Value | null
  readonly best: 'most' | 'least'
  readonly show: (value: Value, person: Compared) => Child
}

function measuredRow<Value extends number>(people: readonly Compared[], measure: Measure<Value>): Row {
  const values = people.map(measure.value)
  return {
    header: measure.header,
    note: measure.note,
    cells: people.map((person) => {
      const value = measure.value(person)
      return value === null ? <span class="secondary">None</span> : measure.show(value, person)
    }),
    best: bestOf(values, measure.best),
  }
}

function textRow(people: readonly Compared[], header: string, tell: (person: Compared) => Child): Row {
  return { header, cells: people.map(tell), best: people.map(() => false) }
}

// Rows that would be empty for everyone are left out.
function platformsOf(people: readonly Compared[]): Platform[] {
  return platformKeys.filter((platform) => people.some(({ followersOn: all }) => all.has(platform)))
}

function kindsOf(people: readonly Compared[]): DeliverableKind[] {
  return deliverableKindKeys.filter((kind) => people.some(({ priceOf }) => priceOf.has(kind)))
}
