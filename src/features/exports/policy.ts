import type { Viewer } from '../../platform/http/context.ts'
import { type ExportKind, exportKindKeys, exportKinds } from './kinds.ts'

export function canExport(viewer: Pick<Viewer, 'role'>, kind: ExportKind): boolean {
  return exportKinds[kind].roles.includes(viewer.role)
}

/** The kinds that a person has something of. */
export function kindsFor(viewer: Pick<Viewer, 'role'>): ExportKind[] {
  return exportKindKeys.filter((kind) => canExport(viewer, kind))
}
