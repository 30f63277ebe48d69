import { Hono } from 'hono'
import type * as z from 'zod'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { AbuseCaseId, AbuseReportId } from '../../../shared/ids.ts'
import { endOfSuspension } from '../../accounts/suspension/suspension.ts'
import { UNTOLD } from '../../flags/flag.ts'
import { type DecisionRefusal, decide, explainDecisionRefusal, explainMeasureRefusal } from '../case.ts'
import { dismissalForm, upholdingForm } from '../forms.ts'
import { assignmentRoutes } from './assignment/routes.tsx'
import { saveDismissal, saveGoodFaith, saveUpholding } from './commands.ts'
import type { OpenDecision } from './open-decision.ts'
import type { CaseFile } from './queries.ts'
import { caseParams, getCase, showCase } from './show-case.tsx'
import { type Consequence, flagReasonOf } from './uphold.ts'

const redirectWith = flashTexts({
  case_dismissed: 'Dismissed. The reporters have been told.',
  case_upheld: 'Upheld. The owner and the reporters have been told.',
  case_upheld_untold: `Upheld. The reporters have been told. ${UNTOLD}`,
  report_marked: 'Marked as made in bad faith. The reporter has been told.',
  report_unmarked: 'The mark is gone. The reporter has been told.',
})
type Flash = Parameters<typeof redirectWith>[1]

const reportParams = params({ caseId: id<AbuseCaseId>(), reportId: id<AbuseReportId>() })
const { abuseReports } = routes.admin

export const caseRoutes = new Hono<AppEnv>()
caseRoutes.route('/', assignmentRoutes)

caseRoutes.get(abuseReports.show.pattern, caseParams, async (c) =>
  showCase(c, await getCase(c, c.req.valid('param').caseId), null, formWith(), 200),
)

caseRoutes.post(abuseReports.dismissal.pattern, caseParams, async (c) => {
  const file = await getCase(c, c.req.valid('param').caseId)
  const form = await parseForm(c, dismissalForm)
  if (!form.ok) return showCase(c, file, 'dismissal', form, 422)
  const allowed = mayDecide(c, file, form.value.version)
  if (!allowed.ok) return showRefusal(c, file, 'dismissal', form, allowed.refusal)

  const saved = await saveDismissal(c.var.db, file.found, form.value, actionContextOf(c))
  return saved.ok ? toCase(c, 'case_dismissed', file) : showConflict(c, file, 'dismissal', form)
})

caseRoutes.post(abuseReports.upholding.pattern, caseParams, async (c) => {
  const file = await getCase(c, c.req.valid('param').caseId)
  const form = await parseForm(c, upholdingForm)
  if (!form.ok) return showCase(c, file, 'upholding', form, 422)
  const allowed = mayDecide(c, file, form.value.version)
  if (!allowed.ok) return showRefusal(c, file, 'upholding', form, allowed.refusal)

  const { note, ...chosen } = form.value
  const consequence = { ...consequenceOf(c, file, chosen), note }
  const saved = await saveUpholding(c.var.db, file.found, consequence, actionContextOf(c))
  const isTold = file.found.owner.status !== 'deleted'
  if (saved.ok) return toCase(c, isTold ? 'case_upheld' : 'case_upheld_untold', file)
  if (saved.refusal === 'conflict') return showConflict(c, file, 'upholding', form)
  const problem = explainMeasureRefusal(saved.refusal)
  return showCase(c, await getCase(c, file.found.id), 'upholding', withErrors(form, { form: problem }), 409)
})

caseRoutes.post(abuseReports.badFaith.pattern, reportParams, (c) => markReport(c, c.req.valid('param'), true))

caseRoutes.post(abuseReports.badFaithEnd.pattern, reportParams, (c) =>
  markReport(c, c.req.valid('param'), false),
)

type Chosen = Omit<z.output<typeof upholdingForm>, 'version' | 'note'>

function consequenceOf(
  c: AppContext,
  { reports }: CaseFile,
  { measure, message, length }: Chosen,
): Consequence {
  switch (measure) {
    case 'warning':
      return { measure, message }
    case 'flag':
      return { measure, message, reason: flagReasonOf(reports) }
    case 'suspension': {
      const until = endOfSuspension(length, undefined, c.var.now, viewerOf(c).timeZone)
      return { measure, message, until: until.ok ? until.value : null }
    }
  }
}

function mayDecide(c: AppContext, { found }: CaseFile, seenVersion: number) {
  const { state, assignee, version } = found
  return decide({ state, assigneeId: assignee?.id ?? null, version }, viewerOf(c).id, seenVersion)
}

async function markReport(
  c: AppContext,
  { caseId, reportId }: { caseId: AbuseCaseId; reportId: AbuseReportId },
  isAbusive: boolean,
) {
  const file = await getCase(c, caseId)
  const report = file.reports.find(({ id }) => id === reportId)
  if (!report) throw notFound()
  const saved = await saveGoodFaith(c.var.db, file.found, report, isAbusive, actionContextOf(c))
  if (saved.ok) return toCase(c, isAbusive ? 'report_marked' : 'report_unmarked', file)
  const problem = 'Another admin has just done that.'
  return showCase(c, await getCase(c, caseId), null, withErrors(formWith(), { form: problem }), 409)
}

function toCase(c: AppContext, flash: Flash, { found }: CaseFile) {
  return redirectWith(c, flash, abuseReports.show.href({ caseId: found.id }))
}

function showRefusal(
  c: AppContext,
  file: CaseFile,
  open: OpenDecision,
  form: FormState,
  refusal: DecisionRefusal,
) {
  const problem = explainDecisionRefusal(refusal, file.found.assignee?.name ?? null)
  return showCase(c, file, open, withErrors(form, { form: problem }), 409)
}

/** Somebody was faster between reading and writing. The newer state says what. */
async function showConflict(c: AppContext, file: CaseFile, open: OpenDecision, form: FormState) {
  const newer = await getCase(c, file.found.id)
  const again = mayDecide(c, newer, file.found.version)
  return showRefusal(c, newer, open, form, again.ok ? 'changed' : again.refusal)
}
