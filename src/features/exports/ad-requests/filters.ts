import * as z from 'zod'
import { filterValue } from '../../../platform/list/search.ts'
import { listings } from '../../ad-requests/list/listings.ts'
import { allOwnRequests, type OwnRequestSearch, ownRequestSearch } from '../../ad-requests/list/search.ts'

/** The filters of the list of requests. A file has all tabs if none is named. Its order is always that of the ids. */
export const adRequestFilters: z.ZodType<OwnRequestSearch> = z
  .record(z.string(), z.unknown())
  .transform((params) => {
    const isTab = listings.some((listing) => listing === params.listing)
    const search = ownRequestSearch.schema.parse(isTab ? params : { ...params, listing: 'all' })
    return { ...search, sort: 'newest' }
  })

export function describeAdRequestFilters(search: OwnRequestSearch): string[] {
  const texts = Object.entries(ownRequestSearch.filters).flatMap(([key, { say }]) => {
    const value = filterValue(search, key)
    return value === null || value === allOwnRequests.listing ? [] : [say(value)]
  })
  return search.query === '' ? texts : [...texts, `“${search.query}”`]
}
