import { Hono } from 'hono'
import { checkForm, type FormState, formWith, readForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { forbidden, notFound } from '../../../platform/http/errors.ts'
import { flashTexts, notice } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { AbuseReportId } from '../../../shared/ids.ts'
import type { ModeratedThing } from '../../flags/subject.ts'
import { saveReport } from '../commands.ts'
import { namedThing, reportForm, thingFields } from '../forms.ts'
import { showReport } from '../own/show-report.tsx'
import { canReportFrom } from '../policy.ts'
import { findReportStart, type ReportStart } from '../queries.ts'
import { blockedUntil } from '../weight/reporter-record.ts'
import { type ReportBlocker, ReportPage } from './report-page.tsx'

const redirectWith = flashTexts({
  abuse_reported: "Thank you. We have your report and will tell you when we've decided.",
  abuse_reported_before: notice('You have already reported this. You can add to your report here.'),
})

export const newReportRoutes = new Hono<AppEnv>()

newReportRoutes.get(routes.abuseReports.new.pattern, query(thingFields), async (c) => {
  const start = await findStart(c, namedThing(c.req.valid('query')))
  if (start.openReport) return toReport(c, 'abuse_reported_before', start.openReport)
  return showForm(c, start, formWith(), 200)
})

newReportRoutes.post(routes.abuseReports.index.pattern, async (c) => {
  const submitted = await readForm(c)
  const { subject, id } = submitted
  const start = await findStart(c, namedThing(thingFields.parse({ subject: subject?.[0], id: id?.[0] })))
  const form = checkForm(submitted, reportForm)
  if (!form.ok) return showForm(c, start, form, 422)
  if (!start.openReport && blockerOf(start, c.var.now)) return showForm(c, start, form, 422)

  const saved = await saveReport(c.var.db, start.reportable, form.value, actionOf(c))
  if (saved.ok) return toReport(c, 'abuse_reported', saved.value)
  const newer = await findStart(c, start.reportable.thing)
  if (saved.refusal === 'too_many') return showForm(c, newer, form, 422)
  if (!newer.openReport) return showForm(c, newer, withErrors(form, { form: closedText }), 409)
  return showReport(c, newer.openReport, withErrors(form, { form: reportedText }), 409)
})

const reportedText =
  'You have already reported this. Nothing was sent, but you can add what you wrote to your report.'
const closedText = 'Your earlier report has just been decided. Send this one if there is something new.'

async function findStart(c: AppContext, thing: ModeratedThing | null): Promise<ReportStart> {
  const start = thing && (await findReportStart(c.var.db, viewerOf(c), thing, c.var.now))
  if (!start) throw notFound()
  if (!canReportFrom(viewerOf(c), start.reportable.ownerId)) {
    throw forbidden("This is yours, so you can't report it.")
  }
  return start
}

function blockerOf({ record, limitedUntil }: ReportStart, now: number): ReportBlocker | null {
  const until = blockedUntil(record, now)
  if (until !== null) return { kind: 'bad_faith', until }
  return limitedUntil === null ? null : { kind: 'limit', until: limitedUntil }
}

function actionOf(c: AppContext) {
  return { actor: viewerOf(c).id, now: c.var.now }
}

function toReport(c: AppContext, flash: Parameters<typeof redirectWith>[1], reportId: AbuseReportId) {
  return redirectWith(c, flash, routes.abuseReports.show.href({ reportId }))
}

function showForm(c: AppContext, start: ReportStart, form: FormState, status: 200 | 409 | 422) {
  const { reportable } = start
  const page = <ReportPage reportable={reportable} blocker={blockerOf(start, c.var.now)} form={form} />
  return renderPage(c, { title: 'Report', page, status })
}
