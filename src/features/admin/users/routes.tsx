import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { conflict, forbidden, notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { showList } from '../../../ui/list/show-list.tsx'
import { saveSuspension, saveSuspensionEnd } from '../commands.ts'
import { suspensionEndForm, suspensionForm } from '../forms.ts'
import { peopleList } from './people-list.tsx'
import { findUser, type UserDetails } from './queries.ts'
import { endSuspension, suspend } from './suspension.ts'
import { UserPage } from './user-page.tsx'

const redirectWith = flashTexts({
  user_suspended: 'Suspended and signed out everywhere.',
  suspension_ended: 'Suspension ended.',
})

const withId = params({ userId: id<UserId>() })

export const userRoutes = new Hono<AppEnv>()

userRoutes.get(routes.admin.users.pattern, query(listState(peopleList.search)), (c) =>
  showList(c, peopleList, c.req.valid('query')),
)

userRoutes.get(routes.admin.user.pattern, withId, async (c) =>
  showUser(c, await find(c, c.req.valid('param').userId), formWith()),
)

userRoutes.post(routes.admin.suspension.pattern, withId, async (c) => {
  const details = await find(c, c.req.valid('param').userId)
  const { user } = details
  if (user.role === 'admin') throw forbidden('Admins cannot be suspended here.')
  const form = await parseForm(c, suspensionForm)
  if (!form.ok) return showUser(c, details, form, 422)
  if (!suspend(user).ok || form.value.version !== user.version) return showConflict(c, details, form)

  const saved = await saveSuspension(c.var.db, user, form.value.reason, actionContextOf(c))
  if (!saved.ok) throw conflict()
  return redirectWith(c, 'user_suspended', routes.admin.user.href({ userId: user.id }))
})

userRoutes.post(routes.admin.suspensionEnd.pattern, withId, async (c) => {
  const details = await find(c, c.req.valid('param').userId)
  const { user } = details
  const form = await parseForm(c, suspensionEndForm)
  if (!form.ok) return showUser(c, details, form, 422)
  const ended = endSuspension(user, details.before)
  if (!ended.ok || form.value.version !== user.version) return showConflict(c, details, form)

  const saved = await saveSuspensionEnd(c.var.db, user, ended.value, actionContextOf(c))
  if (!saved.ok) throw conflict()
  return redirectWith(c, 'suspension_ended', routes.admin.user.href({ userId: user.id }))
})

async function find(c: AppContext, userId: UserId): Promise<UserDetails> {
  const details = await findUser(c.var.db, userId)
  if (!details) throw notFound()
  return details
}

function showConflict(c: AppContext, details: UserDetails, form: FormState) {
  const problem =
    'This account has changed since you opened the page, so nothing was saved. Please review it again.'
  return showUser(c, details, withErrors(form, { form: problem }), 409)
}

function showUser(c: AppContext, details: UserDetails, form: FormState, status: 200 | 409 | 422 = 200) {
  return renderPage(c, { title: details.user.name, page: <UserPage details={details} form={form} />, status })
}
