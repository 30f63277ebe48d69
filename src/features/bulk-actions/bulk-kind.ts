import type { Child } from 'hono/jsx'
import type * as z from 'zod'
import type { Namespace } from '../../platform/cache/namespaces.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Select } from '../../platform/db/select.ts'
import type { Statement } from '../../platform/db/write.ts'
import type { FormState } from '../../platform/forms/form.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { ReasonPurpose } from '../reason-templates/reason-template.ts'
import type { StoredScope } from './bulk-action.ts'

/** What every row of a list has. */
export interface BulkRow {
  readonly id: number
  /** What the list calls it. */
  readonly name: string
  /** Where it is in the order in which `selectRows` reads. */
  readonly position: readonly number[]
}

/** The rows that an action is about. */
export interface Target {
  readonly scope: StoredScope
  /** When the admin saw the list, in milliseconds UTC. */
  readonly seenAt: number
}

/** What an admin can do to many rows of a list. A new one starts in `kinds.ts`. */
export interface KindDefinition<Row extends BulkRow, Fields> {
  /** The list's page: where the admin comes from and goes back to. */
  readonly listHref: string
  /** What its rows are called: "1 sponsor", "2 sponsors". */
  readonly things: { readonly one: string; readonly many: string }
  /** On buttons and in the question: "Approve". */
  readonly verb: string
  /** What has happened to a row: "approved". */
  readonly done: string
  /** What happens to the rows, and who is told what. */
  readonly explain: string
  readonly tone: 'primary' | 'danger'
  /** Whether it needs a reason, the field `reason` of `form`, and which templates are offered for it. */
  readonly reasons?: ReasonPurpose
  readonly form: z.ZodType<Fields>
  /** The inputs of `form`, but for the reason. */
  readonly Fields?: (props: { readonly form: FormState }) => Child
  /** The next rows in an order that stays the same while rows change. At most `limit`. */
  readonly selectRows: (
    db: Database,
    target: Target,
    after: readonly number[] | null,
    limit: number,
  ) => Select<readonly Row[]>
  /** How many rows it would be about now. */
  readonly selectCount: (db: Database, target: Target) => Select<readonly { readonly count: number }[]>
  /** Why a row is left out. Null: it can be changed. */
  readonly refuse: (row: Row, seenAt: number, fields: Fields) => string | null
  /**
   * Changes the rows, all or none, each with an event for the audit log and a notification of its owner. Stops the batch
   * with `conflict` if one of them is no longer as it was read.
   */
  readonly change: (rows: readonly Row[], fields: Fields, context: ActionContext) => Statement<'conflict'>[]
  /** What `change` makes stale. */
  readonly invalidates: readonly Namespace[]
}

/** A row that has been read, with the decision of the rule. */
export interface Item extends BulkRow {
  readonly refusal: string | null
}

/** The next rows of an action. */
export interface NextItems {
  readonly items: readonly Item[]
  /** The statements that change some of these items. */
  readonly change: (items: readonly Item[], context: ActionContext) => Statement<'conflict'>[]
}

/** A kind whose rows and fields only it knows. */
export interface BulkKind
  extends Omit<KindDefinition<BulkRow, unknown>, 'selectRows' | 'refuse' | 'change' | 'form'> {
  readonly form: z.ZodType
  readonly selectSample: (db: Database, target: Target, limit: number) => Select<readonly BulkRow[]>
  /** `fields` is what the admin typed. It was valid when the action started. */
  readonly next: (
    db: Database,
    target: Target & { readonly fields: Readonly<Record<string, string>> },
    after: readonly number[] | null,
    limit: number,
  ) => Promise<NextItems>
}

export function bulkKind<Row extends BulkRow, Fields>(kind: KindDefinition<Row, Fields>): BulkKind {
  const { selectRows, refuse, change, ...rest } = kind
  return {
    ...rest,
    selectSample: (db, target, limit) => selectRows(db, target, null, limit),
    async next(db, target, after, limit) {
      const fields = kind.form.parse(target.fields)
      const [rows] = await db.read([selectRows(db, target, after, limit)])
      const byId = new Map(rows.map((row) => [row.id, row]))
      return {
        items: rows.map((row) => ({
          id: row.id,
          name: row.name,
          position: row.position,
          refusal: refuse(row, target.seenAt, fields),
        })),
        change: (items, context) =>
          change(
            items.flatMap(({ id }) => byId.get(id) ?? []),
            fields,
            context,
          ),
      }
    },
  }
}
