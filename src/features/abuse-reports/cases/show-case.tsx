import type { FormState } from '../../../platform/forms/form.ts'
import type { AppContext } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params } from '../../../platform/http/validate.ts'
import type { AbuseCaseId } from '../../../shared/ids.ts'
import { CasePage } from './case-page.tsx'
import type { OpenDecision } from './open-decision.ts'
import { type CaseFile, findCase } from './queries.ts'

export const caseParams = params({ caseId: id<AbuseCaseId>() })

/** A 404 if there is no such case. */
export async function getCase(c: AppContext, caseId: AbuseCaseId): Promise<CaseFile> {
  const file = await findCase(c.var.db, caseId)
  if (!file) throw notFound()
  return file
}

/** The page of a case. `open` is the form that was sent. */
export function showCase(
  c: AppContext,
  file: CaseFile,
  open: OpenDecision,
  form: FormState,
  status: 200 | 409 | 422,
) {
  const page = <CasePage file={file} viewerId={viewerOf(c).id} open={open} form={form} />
  return renderPage(c, { title: file.found.title, page, status })
}
