import { and, type Column, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { containsWord, listWords } from '../../../platform/db/contains-all-words.ts'
import { eqLiteral, neLiteral } from '../../../platform/db/literals.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { otherSide, type Side } from '../offer.ts'
import { type AnswerFilters, hasAnswerFilter, isAnswered } from '../rows/answers.ts'
import { inDays, readAlong } from '../rows/days.ts'
import { isDecided } from '../rows/decided.ts'
import type { AdRequestSort } from '../rows/order.ts'
import { adRequests } from '../schema.ts'
import type { Listing } from './listings.ts'
import type { OwnRequestSearch } from './search.ts'

/** Whose requests they are. `id` may be a placeholder of a select that is built once, and so may `now` below. */
export interface Owner {
  readonly id: UserId | Placeholder
  readonly side: Side
}

const { id, state, turn, closesAt, campaignId, sponsorId, influencerId, origin } = adRequests

/**
 * Which of a person's requests match. They are read along an index of that person's requests in the order of `sort`,
 * which also has the columns that are compared here. A plus keeps SQLite from choosing another index, whose rows it
 * would have to sort.
 */
export function ownRequests(
  owner: Owner,
  search: Omit<OwnRequestSearch, 'sort'>,
  now: number | Placeholder,
  sort: AdRequestSort,
): SQL {
  const along = readAlong[sort]
  const isByTime = along === 'closing times'
  // A campaign has an index of its own, in the order of ids.
  const ofCampaign = search.campaignId !== null && along === 'ids'
  const own = isOwn(owner)
  const conditions = [
    ofCampaign ? sql`+${own}` : own,
    search.campaignId === null
      ? undefined
      : sql`${ofCampaign ? sql`` : sql`+`}${campaignId} = ${search.campaignId}`,
    inListing(search.listing, owner.side, now, isByTime),
    search.result === null ? undefined : hasEndedAs(search.result, now),
    search.origin === null ? undefined : sql`+${eqLiteral(origin, search.origin)}`,
    // An index of this person's answers has these.
    ...inDays({ ...search, answeredFrom: null, answeredUntil: null }, now, along),
    hasAnswerFilter(search) ? sql`+${id} in (${idsOfAnswered(owner, search)})` : undefined,
    ...(search.query === '' ? [] : listWords(search.query).map((word) => isNamed(word, owner))),
  ]
  return and(...conditions) ?? sql`true`
}

function isOwn({ id, side }: Owner): SQL {
  return sql`${side === 'sponsor' ? sponsorId : influencerId} = ${id}`
}

// The index with the first answers has no other filters, and the other indexes do not have the first answers.
function idsOfAnswered(owner: Owner, search: AnswerFilters): SQL {
  return sql`select id from ${adRequests} where ${and(isOwn(owner), ...isAnswered('time', search))}`
}

function inListing(
  listing: Listing,
  side: Side,
  now: number | Placeholder,
  isByTime: boolean,
): SQL | undefined {
  switch (listing) {
    case 'mine':
    case 'theirs': {
      // By time, the index of states is the one to read: it only has these.
      const mark = isByTime ? sql`` : sql`+`
      const next = listing === 'mine' ? side : otherSide(side)
      return sql`${mark}${eqLiteral(state, 'pending')} and ${mark}${eqLiteral(turn, next)} and ${mark}${closesAt} > ${now}`
    }
    case 'agreed':
      return sql`+${eqLiteral(state, 'accepted')}`
    case 'closed':
      return sql`+${neLiteral(state, 'accepted')} and ${isByTime ? sql`` : sql`+`}${closesAt} <= ${now}`
    case 'all':
      return undefined
  }
}

// What has expired by the clock is closed, even if the sweep has not recorded it yet.
function hasEndedAs(result: NonNullable<OwnRequestSearch['result']>, now: number | Placeholder): SQL {
  if (result === 'decided') return isDecided(sql`${state}`, sql`+`, now)
  const recorded = sql`+${eqLiteral(state, result)}`
  if (result !== 'expired') return recorded
  return sql`(${recorded} or (+${eqLiteral(state, 'pending')} and +${closesAt} <= ${now}))`
}

/**
 * Whether the name of the campaign or of the other side contains a word. The names are looked up once for all requests.
 * The person's own name does not count, because it is in every row.
 */
function isNamed(word: string, { id, side }: Owner): SQL {
  const named = (name: Column) => containsWord(name, word)
  const of = (other: Column) => sql`(select ${other} from ${adRequests} where ${isOwn({ id, side })})`
  return side === 'sponsor'
    ? sql`(+${campaignId} in (select id from ${campaigns} where ${campaigns.sponsorId} = ${id} and ${named(campaigns.name)})
        or +${influencerId} in (select id from ${users} where ${users.id} in ${of(influencerId)} and ${named(users.displayName)}))`
    : sql`(+${campaignId} in (select id from ${campaigns} where ${campaigns.id} in ${of(campaignId)} and ${named(campaigns.name)})
        or +${sponsorId} in (select user_id from ${sponsors} where ${sponsors.userId} in ${of(sponsorId)}
          and ${named(sponsors.companyName)}))`
}
