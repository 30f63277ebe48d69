import type { OwnCampaignSearch } from '../../campaigns/list/search.ts'
import { type CsvFile, csvFile, keysetReader } from '../csv-file.ts'
import type { ExportContext } from '../export-context.ts'
import { campaignColumns } from './columns.ts'
import { type ExportedCampaign, selectCampaignPage } from './queries.ts'

/** The campaigns of a sponsor's list with these filters, newest first. Admins get all campaigns. */
export function campaignFile(context: ExportContext, search: OwnCampaignSearch): CsvFile {
  const { openDatabase, owner, now } = context
  const read = keysetReader<ExportedCampaign>(
    (after, size) => selectCampaignPage(openDatabase(), owner, { search, after }, now, size),
    ({ id }) => [id],
  )
  return csvFile(campaignColumns(context), read)
}
