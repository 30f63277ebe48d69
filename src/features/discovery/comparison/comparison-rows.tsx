import type { Child } from 'hono/jsx'
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
import { Rating } from '../../../ui/values/rating.tsx'
import { Availability } from '../../influencers/availability.tsx'
import { placeOf } from '../../influencers/summary.ts'
import { bestOf, pricePerThousand } from './comparison.ts'
import type { Compared } from './queries.ts'

/** One thing that is compared: a cell for each of those compared, and which of them are the best. */
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

/** All that is compared, in the order in which one asks: whom one gets, where, for how much, and who it is. */
export function rowsOf(people: readonly Compared[]): RowGroup[] {
  return [
    { header: 'Figures', rows: figures(people) },
    { header: 'Followers by platform', rows: platformsOf(people).map((one) => followersOn(one, people)) },
    { header: 'Prices', rows: prices(people) },
    { header: 'Person', rows: persons(people) },
  ].filter(({ rows }) => rows.length > 0)
}

function figures(people: readonly Compared[]): Row[] {
  return [
    measured(people, {
      header: 'Reach',
      note: 'likely to see a post',
      value: ({ reach }) => reach,
      best: 'most',
      show: (reach) => <Count value={reach} />,
    }),
    measured(people, {
      header: 'Followers',
      value: ({ followers }) => followers,
      best: 'most',
      show: (followers) => <Count value={followers} />,
    }),
    measured(people, {
      header: 'Engagement',
      note: 'likes and comments per follower',
      value: ({ engagementRate }) => engagementRate,
      best: 'most',
      show: (share) => <Percent share={share} />,
    }),
    measured(people, {
      header: 'Rating',
      // As it is shown: of two that read alike neither is the better.
      value: ({ rating }) => rating && Math.round(rating * 10) / 10,
      best: 'most',
      show: (rating, { ratingCount }) => <Rating rating={rating} count={ratingCount} />,
    }),
  ]
}

function prices(people: readonly Compared[]): Row[] {
  return [
    measured(people, {
      header: 'Lowest price',
      value: ({ lowestPrice }) => lowestPrice,
      best: 'least',
      show: (price) => <Money cents={price} compact />,
    }),
    measured(people, {
      header: 'For 1,000 reached',
      note: 'lowest price ÷ reach × 1,000',
      value: ({ lowestPrice, reach }) => pricePerThousand(lowestPrice, reach),
      best: 'least',
      show: (price) => <Money cents={price} />,
    }),
    ...kindsOf(people).map((kind) =>
      measured(people, {
        header: `One ${deliverableKinds[kind][0]}`,
        value: ({ priceOf }) => priceOf.get(kind) ?? null,
        best: 'least',
        show: (price) => <Money cents={price} compact />,
      }),
    ),
  ]
}

function followersOn(platform: Platform, people: readonly Compared[]): Row {
  return measured(people, {
    header: platforms[platform],
    value: ({ followersOn: all }) => all.get(platform) ?? null,
    best: 'most',
    show: (followers) => <Count value={followers} />,
  })
}

function persons(people: readonly Compared[]): Row[] {
  return [
    told(people, 'Languages', ({ languages }) => languages.map(languageName).join(', ') || 'not stated'),
    told(people, 'Location', placeOf),
    told(people, 'Availability', ({ availability }) => <Availability is={availability} />),
  ]
}

interface Measure<Value extends number> {
  readonly header: string
  readonly note?: string
  readonly value: (person: Compared) => Value | null
  readonly best: 'most' | 'least'
  readonly show: (value: Value, person: Compared) => Child
}

function measured<Value extends number>(people: readonly Compared[], measure: Measure<Value>): Row {
  const values = people.map(measure.value)
  return {
    header: measure.header,
    note: measure.note,
    cells: people.map((person) => {
      const value = measure.value(person)
      return value === null ? <span class="secondary">none</span> : measure.show(value, person)
    }),
    best: bestOf(values, measure.best),
  }
}

function told(people: readonly Compared[], header: string, tell: (person: Compared) => Child): Row {
  return { header, cells: people.map(tell), best: people.map(() => false) }
}

// Only what one of them has is worth a row.
function platformsOf(people: readonly Compared[]): Platform[] {
  return platformKeys.filter((platform) => people.some(({ followersOn: all }) => all.has(platform)))
}

function kindsOf(people: readonly Compared[]): DeliverableKind[] {
  return deliverableKindKeys.filter((kind) => people.some(({ priceOf }) => priceOf.has(kind)))
}
