import { formatCount } from '../../shared/format.ts'
import { type BulkCounts, lookedAt } from './bulk-action.ts'
import type { BulkKind } from './bulk-kind.ts'
import type { BulkAction } from './schema.ts'

/** "1,204 sponsors" */
export function thingsText({ things }: Pick<BulkKind, 'things'>, count: number): string {
  return `${formatCount(count)} ${count === 1 ? things.one : things.many}`
}

/** "Approve 1,204 sponsors" */
export function titleOf(kind: BulkKind, { total }: Pick<BulkAction, 'total'>): string {
  return `${kind.verb} ${thingsText(kind, total)}`
}

/** "1,180 approved, 20 skipped, 4 failed" */
export function countsText(
  { done }: Pick<BulkKind, 'done'>,
  action: BulkCounts & Pick<BulkAction, 'state' | 'total'>,
): string {
  const { changed, skipped, failed, state, total } = action
  const gone = state === 'done' ? total - lookedAt(action) : 0
  return [
    `${formatCount(changed)} ${done}`,
    skipped > 0 ? `${formatCount(skipped)} skipped` : '',
    failed > 0 ? `${formatCount(failed)} failed` : '',
    gone > 0 ? `${formatCount(gone)} no longer in the list` : '',
  ]
    .filter(Boolean)
    .join(', ')
}
