import type * as z from 'zod'
import { CSV_TYPE } from '../../platform/csv/response.ts'
import type { Viewer } from '../../platform/http/context.ts'
import { type Route, routes } from '../../routes.ts'
import { adRequestFile } from './ad-requests/file.ts'
import { adRequestFilters, describeAdRequestFilters } from './ad-requests/filters.ts'
import { campaignFile } from './campaigns/file.ts'
import { campaignFilters, describeCampaignFilters } from './campaigns/filters.ts'
import type { CsvFile } from './csv-file.ts'
import type { ExportContext } from './export-context.ts'

/** The query parameters of a list, named as in code. Schemas for them have a fallback for each field. */
export type ExportParams = Readonly<Record<string, string>>

interface Kind {
  /** What the file lists, for its name and for headings. */
  readonly label: string
  readonly roles: readonly Viewer['role'][]
  /** The file. */
  readonly route: Route<string>
  /** The page with the list. */
  readonly list: Route<string>
  /** The filters in words, for people. */
  readonly describe: (params: ExportParams) => readonly string[]
  /** Keeps the parameters that are filters, and leaves out the others and those without a value. */
  readonly tidy: (params: ExportParams) => ExportParams
  readonly file: (context: ExportContext, params: ExportParams) => CsvFile
}

/** Everything that can be exported, and by whom. */
export const exportKinds = {
  campaigns: kind({
    label: 'Campaigns',
    roles: ['sponsor', 'admin'],
    route: routes.exports.campaigns,
    list: routes.campaigns.index,
    filters: campaignFilters,
    describe: describeCampaignFilters,
    file: campaignFile,
  }),
  ad_requests: kind({
    label: 'Requests',
    roles: ['sponsor', 'influencer', 'admin'],
    route: routes.exports.adRequests,
    list: routes.adRequests.index,
    filters: adRequestFilters,
    describe: describeAdRequestFilters,
    file: adRequestFile,
  }),
} as const satisfies Record<string, Kind>

export type ExportKind = keyof typeof exportKinds

export const exportKindKeys = Object.keys(exportKinds) as [ExportKind, ...ExportKind[]]

/** What a stored file holds, for its name and for headings, and what kind of file it is. */
export const fileKinds = {
  campaigns: { label: exportKinds.campaigns.label, ending: 'csv', type: CSV_TYPE },
  ad_requests: {
    label: exportKinds.ad_requests.label,
    ending: 'csv',
    type: CSV_TYPE,
  },
  /** Everything about a person. `features/personal-data` writes it. */
  personal_data: { label: 'Your data', ending: 'zip', type: 'application/zip' },
} as const satisfies Record<ExportKind | 'personal_data', { label: string; ending: string; type: string }>

export type FileKind = keyof typeof fileKinds

export const fileKindKeys = Object.keys(fileKinds) as [FileKind, ...FileKind[]]

/** A kind of CSV file; null for the others. */
export function csvKind(kind: FileKind): ExportKind | null {
  return kind === 'personal_data' ? null : kind
}

interface Definition<Filters extends object> extends Omit<Kind, 'tidy' | 'file' | 'describe'> {
  readonly filters: z.ZodType<Filters>
  readonly describe: (filters: Filters) => readonly string[]
  readonly file: (context: ExportContext, filters: Filters) => CsvFile
}

function kind<Filters extends object>({ filters, describe, file, ...rest }: Definition<Filters>): Kind {
  return {
    ...rest,
    describe: (params) => describe(filters.parse(params)),
    tidy: (params) => withoutEmpty(filters.parse(params)),
    file: (context, params) => file(context, filters.parse(params)),
  }
}

function withoutEmpty(filters: object): ExportParams {
  const filled = Object.entries(filters).filter(([, value]) => value !== null && value !== '')
  return Object.fromEntries(filled.map(([name, value]) => [name, String(value)]))
}
