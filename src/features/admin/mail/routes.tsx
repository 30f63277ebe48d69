import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { actionContextOf } from '../../../platform/http/guards.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import { answerRow, refuseRow } from '../../../ui/list/answer-row.tsx'
import { showList } from '../../../ui/list/show-list.tsx'
import { retry } from '../../notifications/undelivered/commands.ts'
import { RETRY, undeliveredList } from './undelivered-list.tsx'

const withState = query(listState(undeliveredList.search))

export const mailRoutes = new Hono<AppEnv>()

mailRoutes.get(routes.admin.mail.pattern, withState, (c) =>
  showList(c, undeliveredList, c.req.valid('query')),
)

mailRoutes.post(routes.admin.mailRetry.pattern, params({ messageId: id<number>() }), withState, async (c) => {
  const row = { id: c.req.valid('param').messageId, action: RETRY }
  const state = c.req.valid('query')
  const isRetried = await retry(c.var.db, row.id, actionContextOf(c))
  if (isRetried) return answerRow(c, undeliveredList, state, row)
  return refuseRow(c, undeliveredList, state, {
    ...row,
    problem: 'It has been sent already, or is being sent.',
  })
})
