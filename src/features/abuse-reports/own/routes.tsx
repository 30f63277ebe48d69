import { Hono } from 'hono'
import * as z from 'zod'
import { formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppEnv } from '../../../platform/http/context.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { afterParam } from '../../../platform/http/paging.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { AbuseReportId } from '../../../shared/ids.ts'
import { MAX_ADDITIONS } from '../abuse-report.ts'
import { saveAddition } from '../commands.ts'
import { additionForm } from '../forms.ts'
import { listOwnReports } from '../queries.ts'
import { OwnReportsPage, OwnReportTable } from './list-page.tsx'
import { showReport } from './show-report.tsx'

const redirectWith = flashTexts({ abuse_report_added: 'Added to your report.' })

export const ownReportRoutes = new Hono<AppEnv>()

const withId = params({ reportId: id<AbuseReportId>() })

ownReportRoutes.get(
  routes.abuseReports.index.pattern,
  query(z.object({ after: afterParam(1) })),
  async (c) => {
    const { after } = c.req.valid('query')
    const page = await listOwnReports(c.var.db, viewerOf(c).id, after?.[0] ?? null)
    const props = { page, isFirst: after === null }
    return renderPage(c, {
      title: 'Problems you reported',
      page: <OwnReportsPage {...props} />,
      fragment: <OwnReportTable {...props} />,
    })
  },
)

ownReportRoutes.get(routes.abuseReports.show.pattern, withId, (c) =>
  showReport(c, c.req.valid('param').reportId, formWith()),
)

ownReportRoutes.post(routes.abuseReports.additions.pattern, withId, async (c) => {
  const { reportId } = c.req.valid('param')
  const reporter = viewerOf(c).id
  const form = await parseForm(c, additionForm)
  if (!form.ok) return showReport(c, reportId, form, 422)

  const saved = await saveAddition(c.var.db, reporter, reportId, form.value.details, c.var.now)
  if (saved.ok) return redirectWith(c, 'abuse_report_added', routes.abuseReports.show.href({ reportId }))
  return showReport(c, reportId, withErrors(form, { form: refusalTexts[saved.refusal] }), 409)
})

const refusalTexts = {
  closed: 'This report has been decided, so nothing was added. If it goes on, report it again.',
  too_many: `You can add to a report ${MAX_ADDITIONS} times, so nothing was added.`,
} as const
