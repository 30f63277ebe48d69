import * as z from 'zod'
import { paragraphs } from '../../../platform/forms/fields.ts'
import type { Role } from '../../accounts/schema.ts'
import { decisionStatements, flagCaches, flagEach, type NewlyFlagged } from '../../flags/commands.ts'
import { MAX_NOTE } from '../../flags/flag.ts'
import { flagForm } from '../../flags/forms.ts'
import { FlagFields } from '../../flags/new/flag-fields.tsx'
import type { OpenFlag } from '../../flags/schema.ts'
import type { BulkKind, BulkRow, KindRows } from '../bulk-kind.ts'
import { bulkKind } from '../bulk-kind.ts'

interface FlaggedRow extends BulkRow {
  readonly flag: OpenFlag | null
  /** Milliseconds UTC. */
  readonly createdAt: number
}

interface FlagKinds<Row extends FlaggedRow> {
  readonly listHref: string
  readonly things: BulkKind['things']
  readonly rows: KindRows<Row>
  /** Whom a flag would tell what. */
  readonly flaggable: (row: Row) => NewlyFlagged
  /** The role of the owner of an open flag. */
  readonly ownerRole: (row: Row, flag: OpenFlag) => Role
  /** Why a row cannot be flagged, besides that it is flagged already. */
  readonly whyNot: (row: Row, seenAt: number) => string | null
}

const liftFields = z.object({
  reason: paragraphs({ max: MAX_NOTE, required: 'Enter a reason. The owners will see it.' }),
})

/** To flag many rows of a list, and to lift their flags. */
export function flagKinds<Row extends FlaggedRow>({
  flaggable,
  ownerRole,
  whyNot,
  ...list
}: FlagKinds<Row>): { readonly flag: BulkKind; readonly lift: BulkKind } {
  const flag = bulkKind<Row, z.output<typeof flagForm>>({
    ...list,
    verb: 'Flag',
    done: 'flagged',
    tone: 'danger',
    explain:
      'What a flag means depends on what is flagged. Each owner reads it in an e-mail and can appeal once.',
    form: flagForm,
    reasons: 'flag',
    Fields: ({ form, choices }) => <FlagFields form={form} owner="the owners" choices={choices} />,
    refuse(row, seenAt) {
      if (row.flag) return 'Already flagged'
      return row.createdAt > seenAt ? 'Came after you opened the list' : whyNot(row, seenAt)
    },
    change: (rows, input, context) => flagEach(rows.map(flaggable), input, context),
    invalidates: flagCaches.invalidates,
  })

  const lift = bulkKind<Row, z.output<typeof liftFields>>({
    ...list,
    verb: 'Lift the flags of',
    done: 'no longer flagged',
    tone: 'primary',
    explain:
      'Everything is as it was before their flags. Each owner gets your reason by e-mail. Open appeals are answered by it.',
    form: liftFields,
    reasons: 'flag',
    refuse: (row) => (row.flag ? null : 'Not flagged'),
    change: (rows, { reason }, context) =>
      rows.flatMap((row) => {
        const { flag } = row
        if (!flag) return []
        const { subject, id: subjectId } = flaggable(row).thing
        const lifted = { ...flag, subject, subjectId, ownerRole: ownerRole(row, flag) }
        return decisionStatements(lifted, 'lifted', reason, context)
      }),
    invalidates: flagCaches.invalidates,
  })
  return { flag, lift }
}
