import type { OwnRequestSearch } from '../../ad-requests/list/search.ts'
import { type CsvFile, csvFile, keysetReader } from '../csv-file.ts'
import type { ExportContext } from '../export-context.ts'
import { adRequestColumns } from './columns.ts'
import { type ExportedAdRequest, selectAdRequestPage } from './queries.ts'

/**
 * The requests that the owner's list shows with these filters, newest first: an id never changes, so no answer in the
 * meantime moves a request to another part of the file. Admins get those of everybody, or of one campaign.
 */
export function adRequestFile(context: ExportContext, search: OwnRequestSearch): CsvFile {
  const { openDatabase, owner, now } = context
  const read = keysetReader<ExportedAdRequest>(
    (after, size) => selectAdRequestPage(openDatabase(), owner, { search, after }, now, size),
    ({ id }) => [id],
  )
  return csvFile(adRequestColumns(context), read)
}
