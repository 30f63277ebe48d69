import { Hono } from 'hono'
import type * as z from 'zod'
import { checkForm, type FormState, readForm } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { actionContextOf } from '../../../platform/http/guards.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { type ListState, listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { answerRow, refuseRow } from '../../../ui/list/answer-row.tsx'
import { showList } from '../../../ui/list/show-list.tsx'
import { resolveReason } from '../../reason-templates/queries.ts'
import { tooLateMessage } from '../../sponsors/approvals/answer.ts'
import { answerSponsor } from '../../sponsors/approvals/commands.ts'
import { type SponsorSearch, sponsorSearch } from '../../sponsors/approvals/search.ts'
import { answerName } from '../../sponsors/renaming/commands.ts'
import { approvalForm, nameApprovalForm, nameRejectionForm, rejectionForm } from '../forms.ts'
import { sponsorList } from './sponsor-list.tsx'

const withId = params({ userId: id<UserId>() })
const withState = query(listState(sponsorSearch))
const { admin } = routes

export const sponsorRoutes = new Hono<AppEnv>()

sponsorRoutes.get(admin.sponsors.pattern, withState, (c) => showList(c, sponsorList, c.req.valid('query')))

sponsorRoutes.post(admin.approval.pattern, withId, withState, (c) =>
  act(c, rowOf(c, 'approval'), c.req.valid('query'), approvalForm, ({ version }, { id }) =>
    answerSponsor(c.var.db, { id, version }, { kind: 'approved' }, actionContextOf(c)),
  ),
)

sponsorRoutes.post(admin.rejection.pattern, withId, withState, (c) =>
  act(c, rowOf(c, 'rejection'), c.req.valid('query'), rejectionForm, ({ version, reason }, { id }) =>
    answerSponsor(c.var.db, { id, version }, { kind: 'rejected', reason }, actionContextOf(c)),
  ),
)

sponsorRoutes.post(admin.nameApproval.pattern, withId, withState, (c) =>
  act(c, rowOf(c, 'name_approval'), c.req.valid('query'), nameApprovalForm, (named, { id }) =>
    answerName(c.var.db, { id, ...named }, { kind: 'approved' }, actionContextOf(c)),
  ),
)

sponsorRoutes.post(admin.nameRejection.pattern, withId, withState, (c) =>
  act(
    c,
    rowOf(c, 'name_rejection'),
    c.req.valid('query'),
    nameRejectionForm,
    ({ reason, ...named }, { id }) =>
      answerName(c.var.db, { id, ...named }, { kind: 'rejected', reason }, actionContextOf(c)),
  ),
)

interface Row {
  readonly id: UserId
  readonly action: 'approval' | 'rejection' | 'name_approval' | 'name_rejection'
}

/** Checks the form of a row, runs the command and answers with the row. */
async function act<Schema extends z.ZodType>(
  c: AppContext,
  row: Row,
  state: ListState<SponsorSearch>,
  schema: Schema,
  run: (value: z.output<Schema>, row: Row) => Promise<Result<unknown, 'conflict'>>,
) {
  const purpose = row.action === 'name_rejection' ? 'name_rejection' : 'sponsor_rejection'
  const form = checkForm(await resolveReason(c.var.db, purpose, await readForm(c)), schema)
  if (!form.ok) return refuseForm(c, row, state, form)

  const answered = await run(form.value, row)
  return answered.ok ? answerRow(c, sponsorList, state, row) : refuseLate(c, row, state)
}

// Only the reason is typed. Without the rest, the form is not that of a row as it is now.
function refuseForm(c: AppContext, row: Row, state: ListState<SponsorSearch>, form: FormState) {
  return form.errors.reason === undefined && form.errors.form === undefined
    ? refuseLate(c, row, state)
    : refuseRow(c, sponsorList, state, { ...row, form })
}

function refuseLate(c: AppContext, row: Row, state: ListState<SponsorSearch>) {
  const isName = row.action.startsWith('name_')
  return refuseRow(c, sponsorList, state, {
    ...row,
    problem: ({ company, status }) => (isName ? nameTooLate(company) : tooLateMessage(company, status)),
  })
}

function nameTooLate(company: string): string {
  return `The name that ${company} asks for has changed, or was answered by somebody else. Nothing was changed.`
}

function rowOf(c: AppContext, action: Row['action']): Row {
  return { id: Number(c.req.param('userId')) as UserId, action }
}
