import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import type { SubmittedValues } from '../../platform/forms/form.ts'
import type { ReasonTemplateId } from '../../shared/ids.ts'
import { MAX_TEMPLATES, purposeKeys, type ReasonPurpose, withChosenReason } from './reason-template.ts'
import { type ReasonTemplate, reasonTemplates } from './schema.ts'

/** The templates to choose from, in their order. */
export function selectReasonChoices(db: Database, purpose: ReasonPurpose) {
  return db.orm
    .select({ id: reasonTemplates.id, title: reasonTemplates.title, text: reasonTemplates.text })
    .from(reasonTemplates)
    .where(and(eqLiteral(reasonTemplates.purpose, purpose), isNull(reasonTemplates.retiredAt)))
    .orderBy(asc(reasonTemplates.position), asc(reasonTemplates.id))
    .limit(MAX_TEMPLATES)
}

/**
 * A form with the field `reason`, as `ReasonFields` sends it. A chosen template has become part of the reason. One round
 * trip, none if no template was chosen.
 */
export async function resolveReason(
  db: Database,
  purpose: ReasonPurpose,
  values: SubmittedValues,
): Promise<SubmittedValues> {
  if (!values.template?.[0]) return values
  return withChosenReason(values, await selectReasonChoices(db, purpose))
}

/** All templates, those that are offered first. */
export function listTemplates(db: Database): Promise<readonly ReasonTemplate[]> {
  return db.orm
    .select()
    .from(reasonTemplates)
    .orderBy(asc(reasonTemplates.purpose), asc(reasonTemplates.position), asc(reasonTemplates.id))
    .limit(MAX_TEMPLATES * purposeKeys.length * 2)
}

export async function findTemplate(db: Database, id: ReasonTemplateId): Promise<ReasonTemplate | null> {
  const [template] = await db.orm.select().from(reasonTemplates).where(eq(reasonTemplates.id, id))
  return template ?? null
}
