import { Hono } from 'hono'
import { parseForm } from '../../../platform/forms/form.ts'
import type { AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { actionContextOf } from '../../../platform/http/guards.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { answerRow, refuseRow } from '../../../ui/list/answer-row.tsx'
import { showList } from '../../../ui/list/show-list.tsx'
import { selectByIds } from '../../accounts/people/queries.ts'
import { endSuspension } from '../../accounts/suspension/suspension.ts'
import { saveSuspensionEnd } from '../commands.ts'
import { liftInRow } from '../flags/lift-in-row.tsx'
import { suspensionEndForm } from '../forms.ts'
import { END_SUSPENSION } from './actions.ts'
import { peopleList } from './people-list.tsx'

const { admin } = routes
const withState = query(listState(peopleList.search))
const withId = params({ userId: id<UserId>() })

/** The list of people, and the actions in its rows. */
export const peopleRoutes = new Hono<AppEnv>()

peopleRoutes.get(admin.users.pattern, withState, (c) => showList(c, peopleList, c.req.valid('query')))

peopleRoutes.post(admin.suspensionRemoval.pattern, withId, withState, async (c) => {
  const row = { id: c.req.valid('param').userId, action: END_SUSPENSION }
  const state = c.req.valid('query')
  const [account] = await selectByIds(c.var.db, [row.id])
  if (!account) throw notFound()
  const form = await parseForm(c, suspensionEndForm)
  const ended = endSuspension(account)
  const isCurrent = form.ok && form.value.version === account.version
  const saved =
    ended.ok && isCurrent && (await saveSuspensionEnd(c.var.db, account, ended.value, actionContextOf(c))).ok
  if (saved) return answerRow(c, peopleList, state, row)
  return refuseRow(c, peopleList, state, {
    ...row,
    problem: ({ name, status }) =>
      status === 'suspended'
        ? `The suspension of ${name} has changed since you opened the page. Nothing was changed.`
        : `${name} is not suspended any more. Nothing was changed.`,
  })
})

peopleRoutes.post(admin.userFlagRemoval.pattern, withId, withState, (c) =>
  liftInRow(c, peopleList, c.req.valid('query'), { subject: 'user', id: c.req.valid('param').userId }),
)
