import * as z from 'zod'
import { searchTexts } from '../../../platform/list/search.ts'
import { listings } from '../../ad-requests/list/listings.ts'
import { type OwnRequestSearch, ownRequestSearch } from '../../ad-requests/list/search.ts'

/** The filters of the list of requests. A file has all tabs if none is named. It is always in the order of the ids. */
export const adRequestFilters: z.ZodType<OwnRequestSearch> = z
  .record(z.string(), z.unknown())
  .transform((params) => {
    const isTab = listings.some((listing) => listing === params.listing)
    const search = ownRequestSearch.schema.parse(isTab ? params : { ...params, listing: 'all' })
    return { ...search, sort: 'newest' }
  })

export function describeAdRequestFilters(search: OwnRequestSearch): string[] {
  return searchTexts(ownRequestSearch, search, { without: 'all' })
}
