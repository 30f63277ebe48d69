import { Hono } from 'hono'
import { type FormState, parseForm, withErrors } from '../../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/context.ts'
import { flashTexts } from '../../../../platform/http/flash.ts'
import { actionContextOf, viewerOf } from '../../../../platform/http/guards.ts'
import { routes } from '../../../../routes.ts'
import type { UserId } from '../../../../shared/ids.ts'
import { assign, explainAssignmentRefusal } from '../../case.ts'
import { assignmentEndForm, assignmentForm } from '../../forms.ts'
import { assignedNotification } from '../../notifications.ts'
import { type Assignee, saveAssignment } from '../commands.ts'
import type { CaseFile } from '../queries.ts'
import { caseParams, getCase, showCase } from '../show-case.tsx'

const redirectWith = flashTexts({
  case_taken: 'The case is yours.',
  case_given: 'The case now belongs to another admin, who has been notified.',
  case_released: 'Given back. Anybody can take the case now.',
})
type Flash = Parameters<typeof redirectWith>[1]

const { show, assignment, assignmentEnd } = routes.admin.abuseReports

/** Who takes care of a case. */
export const assignmentRoutes = new Hono<AppEnv>()

assignmentRoutes.post(assignment.pattern, caseParams, async (c) => {
  const file = await getCase(c, c.req.valid('param').caseId)
  const form = await parseForm(c, assignmentForm)
  if (!form.ok) return showCase(c, file, 'assignment', form, 422)
  const to = file.admins.find(({ id }) => id === form.value.assignee)
  if (!to) {
    return showCase(c, file, 'assignment', withErrors(form, { assignee: 'This is no active admin' }), 422)
  }
  const flash = to.id === viewerOf(c).id ? 'case_taken' : 'case_given'
  return saveAssignee(c, file, form, form.value.seen, to, flash)
})

assignmentRoutes.post(assignmentEnd.pattern, caseParams, async (c) => {
  const file = await getCase(c, c.req.valid('param').caseId)
  const form = await parseForm(c, assignmentEndForm)
  if (!form.ok) return showCase(c, file, 'assignment', form, 422)
  return saveAssignee(c, file, form, form.value.seen, null, 'case_released')
})

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
    return redirectWith(c, flash, show.href({ caseId: file.found.id }))
  }
  const newer = allowed.ok ? await getCase(c, file.found.id) : file
  const refusal = newer.found.state === 'open' ? 'reassigned' : 'closed'
  const problem = explainAssignmentRefusal(refusal, newer.found.assignee?.name ?? null)
  return showCase(c, newer, 'assignment', withErrors(form, { form: problem }), 409)
}

function notificationsFor(c: AppContext, { found }: CaseFile, to: Assignee | null) {
  const { id, displayName } = viewerOf(c)
  if (to === null || to.id === id) return []
  return assignedNotification(to.id, found.id, found.version, found.title, displayName, c.var.now)
}
