import type { AppContext } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/errors.ts'
import { fileResponse } from '../../platform/http/file-response.ts'
import { viewerOf } from '../../platform/http/guards.ts'
import { logError } from '../../platform/http/log.ts'
import { dayAt } from '../../shared/time.ts'
import { exportContext } from './export-context.ts'
import { type ExportKind, type ExportParams, exportKinds, type FileKind, fileKinds } from './kinds.ts'
import type { OpenedExport } from './queries.ts'
import { storedFile } from './stored/stored-file.ts'

interface Options {
  /** Excel only reads UTF-8 if the file begins with a byte order mark. */
  readonly isForExcel: boolean
}

/** Sends the viewer's file with the newest data. */
export function download(
  c: AppContext,
  kind: ExportKind,
  params: ExportParams,
  { isForExcel }: Options,
): Response {
  const { env, now } = c.var
  const viewer = viewerOf(c)
  const file = exportKinds[kind].file(exportContext(env, viewer, now), params)
  const stream = file.stream({ byteOrderMark: isForExcel, onError: (error) => logFailure(c, error) })
  return fileResponse(stream, fileName(kind, now, viewer.timeZone), fileKinds[kind].type)
}

/** Sends a file that was made earlier. */
export function downloadStored(c: AppContext, file: OpenedExport, { isForExcel }: Options): Response {
  const bucket = c.var.env.FILES
  if (!bucket || file.readyAt === null) throw notFound()
  const { type, ending } = fileKinds[file.kind]
  const hasMark = isForExcel && ending === 'csv'
  const stream = storedFile(bucket, file, { isForExcel: hasMark, onError: (error) => logFailure(c, error) })
  return fileResponse(stream, fileName(file.kind, file.readyAt, file.timeZone), type)
}

// The response has begun, so there can be no error page.
function logFailure(c: AppContext, error: unknown): void {
  logError(c, error instanceof Error ? error : new Error(String(error)))
}

/** "Parley requests 2026-11-27.csv" */
function fileName(kind: FileKind, at: number, timeZone: string): string {
  const { label, ending } = fileKinds[kind]
  return `Parley ${label.toLowerCase()} ${dayAt(at, timeZone)}.${ending}`
}
