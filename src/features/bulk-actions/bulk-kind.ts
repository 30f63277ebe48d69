import type { Child } from 'hono/jsx'
import type * as z from 'zod'
import type { Namespace } from '../../platform/cache/namespaces.ts'
import type { Database } from '../../platform/db/database.ts'
import { prefetchRows } from '../../platform/db/prefetch.ts'
import type { Select } from '../../platform/db/select.ts'
import type { Statement } from '../../platform/db/write.ts'
import type { FormState } from '../../platform/forms/form.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { ReasonChoice, ReasonPurpose } from '../reason-templates/reason-template.ts'
import type { Position, StoredScope } from './bulk-action.ts'

/** What every row of a list has. */
export interface BulkRow {
  readonly id: number
}

/** The rows that an action is about. */
export interface Target {
  readonly scope: StoredScope
  /** When the admin saw the list, in milliseconds UTC. */
  readonly seenAt: number
}

/** Where the rows of a kind come from: `selectAnswerable` is an example, and `rowsOfList` makes them from a list. */
export interface KindRows<Row extends BulkRow> {
  /**
   * The next rows by id: at least the first `limit` of them, in any order. Null if nothing can match. Rows that were
   * selected one by one come whatever their state is.
   */
  readonly select: (
    db: Database,
    target: Target,
    after: Position | null,
    limit: number,
  ) => Select<readonly Row[]> | null
  /** How many rows match now. Only for all that match. Null if nothing can match. */
  readonly count: (db: Database, target: Target) => Select<readonly { readonly count: number }[]> | null
  /** What the list calls a row. */
  readonly nameOf: (row: Row) => string
  readonly positionOf: (row: Row) => Position
}

export interface BulkFieldsProps {
  readonly form: FormState
  /** The templates of `reasons`. */
  readonly choices: readonly ReasonChoice[]
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
  /** Whether it takes a reason, the field `reason` of `form`, and which templates are offered for it. */
  readonly reasons?: ReasonPurpose
  readonly form: z.ZodType<Fields>
  /** The inputs of `form`. By default the reason, if the kind takes one. */
  readonly Fields?: (props: BulkFieldsProps) => Child
  readonly rows: KindRows<Row>
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
export interface Item {
  readonly id: number
  readonly name: string
  readonly position: Position
  readonly refusal: string | null
}

/** The next rows of an action. */
export interface NextItems {
  readonly items: readonly Item[]
  /** The statements that change some of these items. */
  readonly change: (items: readonly Item[], context: ActionContext) => Statement<'conflict'>[]
}

/** What an admin is asked about: how many rows, and what the first ones are called. */
export interface Found {
  readonly count: number
  readonly names: readonly string[]
}

/** A kind whose rows and fields only it knows. */
export interface BulkKind
  extends Omit<KindDefinition<BulkRow, unknown>, 'rows' | 'refuse' | 'change' | 'form'> {
  readonly form: z.ZodType
  /** Joins the round trip of the next read. */
  readonly prefetchFound: (db: Database, target: Target, named: number) => () => Promise<Found>
  /** How many rows match now. One round trip. */
  readonly countMatching: (db: Database, target: Target) => Promise<number>
  /** `fields` is what the admin typed. It was valid when the action started. */
  readonly next: (
    db: Database,
    target: Target & { readonly fields: Readonly<Record<string, string>> },
    after: Position | null,
    limit: number,
  ) => Promise<NextItems>
}

export function bulkKind<Row extends BulkRow, Fields>(kind: KindDefinition<Row, Fields>): BulkKind {
  const { rows, refuse, change, ...rest } = kind
  return {
    ...rest,
    prefetchFound(db, target, named) {
      const { scope } = target
      const first = prefetchRows(db, rows.select(db, target, null, 'ids' in scope ? scope.ids.length : named))
      const counted = 'ids' in scope ? null : prefetchRows(db, rows.count(db, target))
      return async () => {
        const found = await first()
        const count = counted ? ((await counted())[0]?.count ?? 0) : found.length
        return { count, names: found.slice(0, named).map(rows.nameOf) }
      }
    },
    async countMatching(db, target) {
      const [counted] = await prefetchRows(db, rows.count(db, target))()
      return counted?.count ?? 0
    },
    async next(db, target, after, limit) {
      const fields = kind.form.parse(target.fields)
      const read = await prefetchRows(db, rows.select(db, target, after, limit))()
      const page = read.toSorted((one, other) => one.id - other.id).slice(0, limit)
      const byId = new Map(page.map((row) => [row.id, row]))
      return {
        items: page.map((row) => ({
          id: row.id,
          name: rows.nameOf(row),
          position: rows.positionOf(row),
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
