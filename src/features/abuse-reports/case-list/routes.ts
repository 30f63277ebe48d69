import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import type { AbuseCaseId } from '../../../shared/ids.ts'
import { answerRow, refuseRow } from '../../../ui/list/answer-row.tsx'
import { showList } from '../../../ui/list/show-list.tsx'
import { saveAssignment } from '../cases/commands.ts'
import { caseList, TAKE } from './case-list.tsx'

const withState = query(listState(caseList.search))

export const caseListRoutes = new Hono<AppEnv>()

caseListRoutes.get(routes.admin.abuseReports.index.pattern, withState, (c) =>
  showList(c, caseList, c.req.valid('query')),
)

caseListRoutes.post(
  routes.admin.abuseReports.ownAssignment.pattern,
  params({ caseId: id<AbuseCaseId>() }),
  withState,
  async (c) => {
    const { caseId } = c.req.valid('param')
    const { id: viewerId, displayName } = viewerOf(c)
    const state = c.req.valid('query')
    const row = { id: caseId, action: TAKE }
    const viewer = { id: viewerId, name: displayName }
    const taken = await saveAssignment(c.var.db, { id: caseId, assignee: null }, viewer, actionContextOf(c))
    if (taken.ok) return answerRow(c, caseList, state, row)
    return refuseRow(c, caseList, state, { ...row, problem: 'Somebody else has just taken or decided it.' })
  },
)
