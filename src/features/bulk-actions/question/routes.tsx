import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import {
  checkForm,
  type FormState,
  formWith,
  readForm,
  type SubmittedValues,
} from '../../../platform/forms/form.ts'
import { type AppContext, type AppEnv, afterResponse } from '../../../platform/http/context.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf, goTo } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import {
  type BulkRequest,
  type BulkScope,
  MAX_COUNTED,
  parseBulkRequest,
} from '../../../platform/list/bulk-request.ts'
import { routes } from '../../../routes.ts'
import { resolveReason, selectReasonChoices } from '../../reason-templates/queries.ts'
import type { ReasonPurpose } from '../../reason-templates/reason-template.ts'
import { CHUNK, type StoredScope } from '../bulk-action.ts'
import type { BulkKind } from '../bulk-kind.ts'
import { askedCount, ownFieldsOf, submittedInQuery, typedFields } from '../forms.ts'
import { type BulkKindName, bulkKindNames, bulkKinds } from '../kinds.ts'
import { queueChunks } from '../queue.ts'
import type { BulkAction } from '../schema.ts'
import { start } from '../start.ts'
import { backHref, Question, QuestionPage } from './question.tsx'

const redirectWith = flashTexts({
  bulk_action_done: 'Done. Everyone affected has been notified, except deleted accounts.',
})

export const questionRoutes = new Hono<AppEnv>()

questionRoutes.get(routes.admin.bulkActions.new.pattern, (c) => {
  const values = submittedInQuery(c)
  return show(c, requestIn(values), formWith(values), 200)
})

questionRoutes.post(routes.admin.bulkActions.index.pattern, async (c) => {
  const submitted = await readForm(c)
  const request = requestIn(submitted)
  const kind: BulkKind = bulkKinds[request.kind]
  const values = kind.reasons ? await resolveReason(c.var.db, kind.reasons, submitted) : submitted
  const form = checkForm(values, kind.form)
  if (!form.ok) return show(c, request, form, 422)

  const { seenAt } = ownFieldsOf(request.fields, c.var.now)
  const scope = toStored(request.scope)
  const total = await totalOf(c, kind, request.scope, seenAt)
  const fields = typedFields(firstOf(values))
  const wanted = { kind: request.kind, scope, seenAt, fields, total }
  const action = await start(c.var.db, c.var.env, wanted, actionContextOf(c))
  return answer(c, kind, action, request.scope)
})

function answer(c: AppContext, kind: BulkKind, action: BulkAction, scope: BulkScope) {
  if (action.state === 'running') afterResponse(c, queueChunks(c.var.env, action, c.var.now))
  const isAllDone = action.state === 'done' && action.skipped + action.failed === 0
  if (isAllDone) return redirectWith(c, 'bulk_action_done', backHref(kind, scope))
  return goTo(c, routes.admin.bulkActions.show.href({ bulkActionId: action.id }))
}

/** A list asks about no more than it counts, so a large action is counted again. */
async function totalOf(c: AppContext, kind: BulkKind, scope: BulkScope, seenAt: number): Promise<number> {
  const asked = askedCount(scope)
  if ('ids' in scope || asked <= CHUNK || asked <= MAX_COUNTED) return asked
  return kind.countMatching(c.var.db, { scope: toStored(scope), seenAt })
}

function requestIn(values: SubmittedValues): BulkRequest<BulkKindName> {
  const request = parseBulkRequest(values, bulkKindNames)
  if (request.ok) return request.value
  throw new HTTPException(400, { message: refusals[request.refusal] })
}

const refusals = {
  unknown_kind: 'There is no such action.',
  nothing_selected: 'You selected nothing. Go back and select at least one row.',
}

function toStored(scope: BulkScope): StoredScope {
  return 'ids' in scope ? scope : { allMatching: scope.allMatching }
}

function firstOf(values: SubmittedValues): Record<string, string> {
  const { kind, selected, all, ...others } = values
  return Object.fromEntries(Object.entries(others).map(([name, [first = '']]) => [name, first]))
}

const NAMES_SHOWN = 5

async function show(c: AppContext, request: BulkRequest<BulkKindName>, form: FormState, status: 200 | 422) {
  const { db, now } = c.var
  const kind: BulkKind = bulkKinds[request.kind]
  const own = ownFieldsOf(request.fields, now)
  const target = { scope: toStored(request.scope), seenAt: own.seenAt }
  const purpose: ReasonPurpose = kind.reasons ?? 'flag'
  const found = kind.prefetchFound(db, target, NAMES_SHOWN)
  const [choices] = await db.read([selectReasonChoices(db, purpose)])
  const props = {
    kindName: request.kind,
    kind,
    scope: request.scope,
    own,
    form,
    choices,
    ...(await found()),
  }
  const title = `${kind.verb} ${kind.things.many}?`
  return renderPage(c, {
    title,
    page: <QuestionPage {...props} />,
    fragment: <Question {...props} />,
    status,
  })
}
