import type { Viewer } from '../../platform/http/context.ts'
import type { UserId } from '../../shared/ids.ts'

/** Nobody can report themselves or what is theirs. */
export function canReportFrom(viewer: Pick<Viewer, 'id'>, ownerId: UserId): boolean {
  return viewer.id !== ownerId
}
