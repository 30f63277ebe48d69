import type { BulkKind } from './bulk-kind.ts'
import { sponsorApproval, sponsorRejection } from './kinds/sponsor-answers.tsx'
import type { BulkAction } from './schema.ts'

/** Everything that admins can do to many rows at once. */
export const bulkKinds = {
  sponsor_approval: sponsorApproval,
  sponsor_rejection: sponsorRejection,
} as const satisfies Record<string, BulkKind>

export type BulkKindName = keyof typeof bulkKinds

export const bulkKindNames = Object.keys(bulkKinds) as readonly BulkKindName[]

/** The kind of a stored action. Throws if this version of Parley does not know it. */
export function kindOf({ kind }: Pick<BulkAction, 'kind'>): BulkKind {
  const name = bulkKindNames.find((one) => one === kind)
  if (!name) throw new Error(`There is no bulk action of the kind ${kind}.`)
  return bulkKinds[name]
}
