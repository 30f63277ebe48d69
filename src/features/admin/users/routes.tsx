import { Hono } from 'hono'
import {
  checkForm,
  type FormState,
  formWith,
  parseForm,
  readForm,
  withErrors,
} from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { forbidden, notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import {
  endOfSuspension,
  endSuspension,
  explainSuspensionRefusal,
  suspend,
} from '../../accounts/suspension/suspension.ts'
import { withChosenReason } from '../../reason-templates/reason-template.ts'
import { saveSuspension, saveSuspensionChange, saveSuspensionEnd } from '../commands.ts'
import { suspensionEndForm, suspensionForm } from '../forms.ts'
import { peopleRoutes } from './people-routes.ts'
import { findUser, type UserDetails } from './queries.ts'
import { UserPage } from './user-page.tsx'

const redirectWith = flashTexts({
  user_suspended: 'Suspended and signed out everywhere.',
  suspension_changed: 'Suspension changed.',
  suspension_ended: 'Suspension ended.',
})

const withId = params({ userId: id<UserId>() })

export const userRoutes = new Hono<AppEnv>()

userRoutes.route('/', peopleRoutes)

userRoutes.get(routes.admin.user.pattern, withId, async (c) =>
  showUser(c, await find(c, c.req.valid('param').userId), formWith()),
)

userRoutes.post(routes.admin.suspension.pattern, withId, async (c) => {
  const details = await find(c, c.req.valid('param').userId)
  const { user } = details
  const allowed = suspend(user)
  if (user.role === 'admin') throw forbidden(explainSuspensionRefusal('admin'))
  const form = await parseSuspension(c, details)
  if (!form.ok) return showUser(c, details, form, 422)
  if (!allowed.ok) return showConflict(c, details, form, explainSuspensionRefusal(allowed.refusal))
  if (form.value.version !== user.version) return showConflict(c, details, form)

  const saved = await saveSuspension(c.var.db, user, form.value, actionContextOf(c))
  if (!saved.ok) return showConflict(c, await find(c, user.id), form)
  return redirectWith(c, 'user_suspended', routes.admin.user.href({ userId: user.id }))
})

userRoutes.post(routes.admin.suspensionChange.pattern, withId, async (c) => {
  const details = await find(c, c.req.valid('param').userId)
  const { user } = details
  const form = await parseSuspension(c, details)
  if (!form.ok) return showUser(c, details, form, 422)
  if (user.status !== 'suspended' || form.value.version !== user.version)
    return showConflict(c, details, form)

  const saved = await saveSuspensionChange(c.var.db, user, form.value, actionContextOf(c))
  if (!saved.ok) return showConflict(c, await find(c, user.id), form)
  return redirectWith(c, 'suspension_changed', routes.admin.user.href({ userId: user.id }))
})

userRoutes.post(routes.admin.suspensionEnd.pattern, withId, async (c) => {
  const details = await find(c, c.req.valid('param').userId)
  const { user } = details
  const form = await parseForm(c, suspensionEndForm)
  if (!form.ok) return showUser(c, details, form, 422)
  const ended = endSuspension(user)
  if (!ended.ok || form.value.version !== user.version) return showConflict(c, details, form)

  const saved = await saveSuspensionEnd(c.var.db, user, ended.value, actionContextOf(c))
  if (!saved.ok) return showConflict(c, await find(c, user.id), form)
  return redirectWith(c, 'suspension_ended', routes.admin.user.href({ userId: user.id }))
})

/** The form to suspend somebody, with its end as a moment: a day is meant in the admin's time zone. */
async function parseSuspension(c: AppContext, { suspensionReasons }: UserDetails) {
  const form = checkForm(withChosenReason(await readForm(c), suspensionReasons), suspensionForm)
  if (!form.ok) return form
  const { version, length, until: day, reason } = form.value
  const until = endOfSuspension(length, day, c.var.now, viewerOf(c).timeZone)
  return until.ok
    ? { ...form, value: { version, reason, until: until.value } }
    : { ...withErrors(form, { until: dayProblems[until.refusal] }), ok: false as const }
}

const dayProblems = { no_day: 'Choose a day', past_day: 'Choose today or a later day' }

async function find(c: AppContext, userId: UserId): Promise<UserDetails> {
  const details = await findUser(c.var.db, userId, c.var.now)
  if (!details) throw notFound()
  return details
}

const CHANGED =
  'This account has changed since you opened the page, so nothing was saved. Please review it again.'

function showConflict(c: AppContext, details: UserDetails, form: FormState, problem = CHANGED) {
  return showUser(c, details, withErrors(form, { form: problem }), 409)
}

function showUser(c: AppContext, details: UserDetails, form: FormState, status: 200 | 409 | 422 = 200) {
  return renderPage(c, {
    title: details.user.name,
    page: <UserPage details={details} form={form} asks={c.req.query('ask')} />,
    status,
  })
}
