import { Hono } from 'hono'
import type * as z from 'zod'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { AbuseCaseId, AbuseReportId, UserId } from '../../../shared/ids.ts'
import { endOfSuspension } from '../../accounts/suspension/suspension.ts'
import { UNTOLD } from '../../flags/flag.ts'
import {
  assign,
  type DecisionRefusal,
  decide,
  explainAssignmentRefusal,
  explainDecisionRefusal,
  explainMeasureRefusal,
} from '../case.ts'
import { assignmentEndForm, assignmentForm, dismissalForm, upholdingForm } from '../forms.ts'
import { assignedNotification } from '../notifications.ts'
import { CasePage } from './case-page.tsx'
import { type Assignee, saveAssignment, saveDismissal, saveGoodFaith, saveUpholding } from './commands.ts'
import type { OpenDecision } from './open-decision.ts'
import { type CaseFile, findCase } from './queries.ts'
import { type Consequence, flagReasonOf } from './uphold.ts'

const redirectWith = flashTexts({
  case_taken: 'The case is yours.',
  case_given: 'The case now belongs to another admin, who has been notified.',
  case_released: 'Given back. Anybody can take the case now.',
  case_dismissed: 'Dismissed. The reporters have been told.',
  case_upheld: 'Upheld. The owner and the reporters have been told.',
  case_upheld_untold: `Upheld. The reporters have been told. ${UNTOLD}`,
  report_marked: 'Marked as made in bad faith. The reporter has been told.',
  report_unmarked: 'The mark is gone. The reporter has been told.',
})
type Flash = Parameters<typeof redirectWith>[1]

const caseParams = params({ caseId: id<AbuseCaseId>() })
const reportParams = params({ caseId: id<AbuseCaseId>(), reportId: id<AbuseReportId>() })
const { abuseReports } = routes.admin

export const caseRoutes = new Hono<AppEnv>()

caseRoutes.get(abuseReports.show.pattern, caseParams, async (c) =>
  showCase(c, await find(c, c.req.valid('param').caseId), null, formWith(), 200),
)

caseRoutes.post(abuseReports.assignment.pattern, caseParams, async (c) => {
  const file = await find(c, c.req.valid('param').caseId)
  const form = await parseForm(c, assignmentForm)
  if (!form.ok) return showCase(c, file, 'assignment', form, 422)
  const to = file.admins.find(({ id }) => id === form.value.assignee)
  if (!to) {
    return showCase(c, file, 'assignment', withErrors(form, { assignee: 'This is no active admin' }), 422)
  }
  const flash = to.id === viewerOf(c).id ? 'case_taken' : 'case_given'
  return saveAssignee(c, file, form, form.value.seen, to, flash)
})

caseRoutes.post(abuseReports.assignmentEnd.pattern, caseParams, async (c) => {
  const file = await find(c, c.req.valid('param').caseId)
  const form = await parseForm(c, assignmentEndForm)
  if (!form.ok) return showCase(c, file, 'assignment', form, 422)
  return saveAssignee(c, file, form, form.value.seen, null, 'case_released')
})

caseRoutes.post(abuseReports.dismissal.pattern, caseParams, async (c) => {
  const file = await find(c, c.req.valid('param').caseId)
  const form = await parseForm(c, dismissalForm)
  if (!form.ok) return showCase(c, file, 'dismissal', form, 422)
  const allowed = mayDecide(c, file, form.value.version)
  if (!allowed.ok) return showRefusal(c, file, 'dismissal', form, allowed.refusal)

  const saved = await saveDismissal(c.var.db, file.found, form.value, actionContextOf(c))
  return saved.ok ? toCase(c, 'case_dismissed', file) : showConflict(c, file, 'dismissal', form)
})

caseRoutes.post(abuseReports.upholding.pattern, caseParams, async (c) => {
  const file = await find(c, c.req.valid('param').caseId)
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
  return showCase(c, await find(c, file.found.id), 'upholding', withErrors(form, { form: problem }), 409)
})

caseRoutes.post(abuseReports.badFaith.pattern, reportParams, (c) => markReport(c, c.req.valid('param'), true))

caseRoutes.post(abuseReports.badFaithEnd.pattern, reportParams, (c) =>
  markReport(c, c.req.valid('param'), false),
)

async function find(c: AppContext, caseId: AbuseCaseId): Promise<CaseFile> {
  return (await findCase(c.var.db, caseId)) ?? raise()
}

function raise(): never {
  throw notFound()
}

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

async function saveAssignee(
  c: AppContext,
  file: CaseFile,
  form: FormState,
  seen: number | null,
  to: Assignee | null,
  flash: Flash,
) {
  const { state, assignee } = file.found
  const allowed = assign({ state, assigneeId: assignee?.id ?? null }, seen as UserId | null)
  const told = notificationsFor(c, file, to)
  if (allowed.ok && (await saveAssignment(c.var.db, file.found, to, actionContextOf(c), told)).ok) {
    return toCase(c, flash, file)
  }
  const newer = allowed.ok ? await find(c, file.found.id) : file
  const refusal = newer.found.state === 'open' ? 'reassigned' : 'closed'
  const problem = explainAssignmentRefusal(refusal, newer.found.assignee?.name ?? null)
  return showCase(c, newer, 'assignment', withErrors(form, { form: problem }), 409)
}

function notificationsFor(c: AppContext, { found }: CaseFile, to: Assignee | null) {
  const { id, displayName } = viewerOf(c)
  if (to === null || to.id === id) return []
  return assignedNotification(to.id, found.id, found.version, found.title, displayName, c.var.now)
}

async function markReport(
  c: AppContext,
  { caseId, reportId }: { caseId: AbuseCaseId; reportId: AbuseReportId },
  isAbusive: boolean,
) {
  const file = await find(c, caseId)
  const report = file.reports.find(({ id }) => id === reportId)
  if (!report) throw notFound()
  const saved = await saveGoodFaith(c.var.db, file.found, report, isAbusive, actionContextOf(c))
  if (saved.ok) return toCase(c, isAbusive ? 'report_marked' : 'report_unmarked', file)
  const problem = 'Another admin has just done that.'
  return showCase(c, await find(c, caseId), null, withErrors(formWith(), { form: problem }), 409)
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
  const newer = await find(c, file.found.id)
  const again = mayDecide(c, newer, file.found.version)
  return showRefusal(c, newer, open, form, again.ok ? 'changed' : again.refusal)
}

function showCase(
  c: AppContext,
  file: CaseFile,
  open: OpenDecision,
  form: FormState,
  status: 200 | 409 | 422,
) {
  const page = <CasePage file={file} viewerId={viewerOf(c).id} open={open} form={form} />
  return renderPage(c, { title: file.found.title, page, status })
}
