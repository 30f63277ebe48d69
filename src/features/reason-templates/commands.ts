import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { expectOneRow, expectThat, mutation, write } from '../../platform/db/write.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { ReasonTemplateId } from '../../shared/ids.ts'
import { recordAdminAct } from '../activity/commands.ts'
import type { EventKind } from '../activity/event-kinds.ts'
import { MAX_TEMPLATES, type ReasonPurpose } from './reason-template.ts'
import { type ReasonTemplate, reasonTemplates } from './schema.ts'

type Wording = Pick<ReasonTemplate, 'title' | 'text'>

/** Adds a template after the others. Refuses if its purpose has as many as it can have. */
export function addTemplate(
  db: Database,
  { purpose, ...wording }: Wording & { readonly purpose: ReasonPurpose },
  context: ActionContext,
) {
  const others = sql`from ${reasonTemplates} where purpose = ${purpose}`
  const position = sql`(select coalesce(max(position), 0) + 1 ${others})`
  return write(db, [
    expectThat('too_many', sql`(select count(*) ${others} and retired_at is null) < ${MAX_TEMPLATES}`),
    mutation.insert(reasonTemplates).values({ purpose, ...wording, position }),
    record(sql`last_insert_rowid()`, 'added', wording, context),
  ])
}

/** Reasons that were given with the old wording keep it. Refuses if it has changed since it was loaded. */
export function editTemplate(
  db: Database,
  { id, version, text: before }: Pick<ReasonTemplate, 'id' | 'version' | 'text'>,
  wording: Wording,
  context: ActionContext,
) {
  return write(db, [
    mutation
      .update(reasonTemplates)
      .set({ ...wording, version: version + 1 })
      .where(and(eq(reasonTemplates.id, id), eq(reasonTemplates.version, version))),
    expectOneRow('conflict'),
    record(id, 'edited', wording, context, before),
  ])
}

/** Offers it no more. Refuses if it is not offered. */
export function retireTemplate(db: Database, template: ReasonTemplate, context: ActionContext) {
  return write(db, [
    mutation
      .update(reasonTemplates)
      .set({ retiredAt: context.now, version: sql`version + 1` })
      .where(and(eq(reasonTemplates.id, template.id), isNull(reasonTemplates.retiredAt))),
    expectOneRow('conflict'),
    record(template.id, 'retired', template, context),
  ])
}

/** Offers it again. Refuses if it is offered. */
export function restoreTemplate(db: Database, template: ReasonTemplate, context: ActionContext) {
  return write(db, [
    mutation
      .update(reasonTemplates)
      .set({ retiredAt: null, version: sql`version + 1` })
      .where(and(eq(reasonTemplates.id, template.id), isNotNull(reasonTemplates.retiredAt))),
    expectOneRow('conflict'),
    record(template.id, 'restored', template, context),
  ])
}

/** Saves the order of templates of one purpose. `moved` is the one that the admin has moved. */
export function saveOrder(
  db: Database,
  ids: readonly ReasonTemplateId[],
  moved: ReasonTemplate,
  context: ActionContext,
) {
  const places = JSON.stringify(ids.map((id, index) => [id, index + 1]))
  return write(db, [
    sql`update ${reasonTemplates} set position = value ->> 1 from json_each(${places})
      where ${reasonTemplates.id} = value ->> 0`,
    record(moved.id, 'moved', moved, context),
  ])
}

function record(
  subjectId: ReasonTemplateId | SQL,
  kind: EventKind<'reason_template'>,
  { title, text }: Wording,
  context: ActionContext,
  before: string | null = null,
) {
  return recordAdminAct(
    { subject: 'reason_template', subjectId, kind, from: before, to: text, note: title },
    context,
  )
}
