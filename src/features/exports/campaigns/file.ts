import { type CsvFile, csvFile, keysetReader } from '../csv-file.ts'
import type { ExportContext } from '../export-context.ts'
import { campaignColumns } from './columns.ts'
import type { CampaignExportFilters } from './filters.ts'
import { type ExportedCampaign, selectCampaignPage } from './queries.ts'

/** The campaigns of a sponsor's list with these filters, newest first. Admins get all campaigns. */
export function campaignFile(context: ExportContext, { query, state }: CampaignExportFilters): CsvFile {
  const { openDatabase, owner, now } = context
  const read = keysetReader<ExportedCampaign>(
    (after, size) => selectCampaignPage(openDatabase(), owner, { query, phase: state, after }, now, size),
    ({ id }) => [id],
  )
  return csvFile(campaignColumns(context), read)
}
