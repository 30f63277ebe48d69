import { routes } from '../../../routes.ts'
import { counted, formatRating } from '../../../shared/format.ts'
import { countryName } from '../../../shared/places.ts'
import { categoryLabel, nicheLabel } from '../../../shared/taxonomy.ts'
import { joinFacts } from '../../../shared/text/facts.ts'
import type { Column } from '../../../ui/data/table.tsx'
import { Person } from '../../../ui/person/person.tsx'
import { Count, Percent } from '../../../ui/values/count.tsx'
import { Money } from '../../../ui/values/money.tsx'
import type { InfluencerSearch } from './filters.ts'
import type { FoundInfluencer } from './queries.ts'

/** Followers are shown only if the search is about them. */
export function influencerColumns({
  sort,
  followersFrom,
  followersTo,
}: InfluencerSearch): Column<FoundInfluencer>[] {
  const isAboutFollowers = sort === 'followers' || followersFrom !== null || followersTo !== null
  return [name, reach, ...(isAboutFollowers ? [followers] : []), engagement, price, rating]
}

const name: Column<FoundInfluencer> = {
  header: 'Influencer',
  small: 'title',
  cell: ({ id, name, category, niche, country }) => (
    <Person
      name={name}
      href={routes.influencers.show.href({ influencerId: id })}
      note={joinFacts(categoryLabel(category), nicheLabel(category, niche), countryName(country))}
    />
  ),
}

const reach: Column<FoundInfluencer> = {
  header: 'Reach',
  align: 'end',
  small: 'value',
  cell: ({ reach }) => <Count value={reach} />,
}

const followers: Column<FoundInfluencer> = {
  header: 'Followers',
  align: 'end',
  cell: ({ followers }) => <Count value={followers} />,
}

const engagement: Column<FoundInfluencer> = {
  header: 'Engagement',
  align: 'end',
  cell: ({ engagementRate }) => <Percent share={engagementRate} />,
}

const price: Column<FoundInfluencer> = {
  header: 'Lowest price',
  align: 'end',
  cell: ({ lowestPrice }) =>
    lowestPrice === null ? (
      <span class="secondary">No rates yet</span>
    ) : (
      <Money cents={lowestPrice} compact />
    ),
}

const rating: Column<FoundInfluencer> = {
  header: 'Rating',
  align: 'end',
  cell: ({ rating, ratingCount }) =>
    rating === null ? (
      <span class="secondary">No ratings yet</span>
    ) : (
      <ShortRating rating={rating} count={ratingCount} />
    ),
}

/** "4.8 (21)". */
export const ShortRating = ({ rating, count }: { rating: number; count: number }) => (
  <>
    {formatRating(rating)}{' '}
    <span class="secondary" title={counted(count, 'rating')}>
      ({count}
      <span class="visually-hidden"> {count === 1 ? 'rating' : 'ratings'}</span>)
    </span>
  </>
)
