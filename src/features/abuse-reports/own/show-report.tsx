import type { FormState } from '../../../platform/forms/form.ts'
import type { AppContext } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import type { AbuseReportId } from '../../../shared/ids.ts'
import { findOwnReport } from '../queries.ts'
import { OwnReportPage } from './own-report-page.tsx'

/** The page of the viewer's own report. Anybody else's is a 404. */
export async function showReport(
  c: AppContext,
  id: AbuseReportId,
  form: FormState,
  status: 200 | 409 | 422 = 200,
) {
  const shown = await findOwnReport(c.var.db, viewerOf(c).id, id)
  if (!shown) throw notFound()
  return renderPage(c, { title: `Report ${id}`, page: <OwnReportPage shown={shown} form={form} />, status })
}
