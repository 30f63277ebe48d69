import { sortKeyOf } from '../../ad-requests/list/queries.ts'
import { type CsvFile, csvFile, keysetReader } from '../csv-file.ts'
import type { ExportContext } from '../export-context.ts'
import { adRequestColumns } from './columns.ts'
import type { AdRequestExportFilters } from './filters.ts'
import { type ExportedAdRequest, selectAdRequestPage } from './queries.ts'

/** The requests that the owner's list shows with these filters, in its order. */
export function adRequestFile(context: ExportContext, filters: AdRequestExportFilters): CsvFile {
  const { openDatabase, owner, now } = context
  const read = keysetReader<ExportedAdRequest>(
    (after, size) => selectAdRequestPage(openDatabase(), owner, { ...filters, after }, now, size),
    sortKeyOf({ ...filters, after: null }),
  )
  return csvFile(adRequestColumns(context), read)
}
