import type { Viewer } from '../../platform/http/context.ts'
import { type ExportKind, exportKindKeys, exportKinds } from './kinds.ts'

export function canExport(viewer: Pick<Viewer, 'role'>, kind: ExportKind): boolean {
  return exportKinds[kind].roles.includes(viewer.role)
}

/** The kinds that a person has something of. */
export function kindsFor(viewer: Pick<Viewer, 'role'>): ExportKind[] {
  return exportKindKeys.filter((kind) => canExport(viewer, kind))
}

/** Whether a path is a prepared file, or its page. Its handler says who may open it, whatever their account's status. */
export function isPreparedFile(path: string): boolean {
  return /^\/exports\/\d+(\/file)?$/.test(path)
}
