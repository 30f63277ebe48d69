import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { conflict, forbidden, notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { afterParam } from '../../../platform/http/paging.ts'
import { idParam } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { suspensionEndForm, suspensionForm } from '../forms.ts'
import { userFilters } from './filters.ts'
import { listUsers } from './list-queries.ts'
import { findUser, saveSuspension, saveSuspensionEnd, type UserCase } from './queries.ts'
import { endSuspension, suspend } from './suspension.ts'
import { UserPage } from './user-page.tsx'
import { UsersPage, UserTable } from './users-page.tsx'

const redirectWith = flashTexts({
  user_suspended: 'Suspended and signed out everywhere.',
  suspension_ended: 'The suspension is over.',
})

export const userRoutes = new Hono<AppEnv>()

userRoutes.get(routes.admin.users.pattern, async (c) => {
  const { words, role = null, status = null } = c.req.query()
  const filters = userFilters.parse({ words, role, status })
  const after = afterParam(1).parse(c.req.query('after') ?? null)
  const page = await listUsers(c.var.db, filters, (after?.[0] ?? null) as UserId | null)
  const props = { page, filters, isFirst: after === null }
  return renderPage(c, {
    title: 'People',
    page: <UsersPage {...props} />,
    fragment: <UserTable {...props} />,
  })
})

userRoutes.get(routes.admin.user.pattern, async (c) => showUser(c, await found(c), formWith()))

userRoutes.post(routes.admin.suspension.pattern, async (c) => {
  const about = await found(c)
  if (about.user.role === 'admin') throw forbidden('An admin cannot be suspended from here.')
  const form = await parseForm(c, suspensionForm)
  if (!form.ok) return showUser(c, about, form, 422)
  if (!suspend(about.user).ok || form.value.version !== about.user.version) return showChanged(c, about, form)

  const act = { actor: viewerOf(c).id, now: c.var.now }
  const saved = await saveSuspension(c.var.db, about.user, form.value.reason, act)
  if (!saved.ok) throw conflict()
  return redirectWith(c, 'user_suspended', routes.admin.user.href({ userId: about.user.id }))
})

userRoutes.post(routes.admin.suspensionEnd.pattern, async (c) => {
  const about = await found(c)
  const form = await parseForm(c, suspensionEndForm)
  if (!form.ok) return showUser(c, about, form, 422)
  const ended = endSuspension(about.user, about.before)
  if (!ended.ok || form.value.version !== about.user.version) return showChanged(c, about, form)

  const act = { actor: viewerOf(c).id, now: c.var.now }
  const saved = await saveSuspensionEnd(c.var.db, about.user, ended.value, act)
  if (!saved.ok) throw conflict()
  return redirectWith(c, 'suspension_ended', routes.admin.user.href({ userId: about.user.id }))
})

async function found(c: AppContext): Promise<UserCase> {
  const about = await findUser(c.var.db, idParam<UserId>(c, 'userId'))
  if (!about) throw notFound()
  return about
}

function showChanged(c: AppContext, about: UserCase, form: FormState) {
  const problem = 'This account was changed since you opened the page, so nothing was done. Look at it again.'
  return showUser(c, about, withErrors(form, { form: problem }), 409)
}

function showUser(c: AppContext, about: UserCase, form: FormState, status: 200 | 409 | 422 = 200) {
  return renderPage(c, { title: about.user.name, page: <UserPage about={about} form={form} />, status })
}
