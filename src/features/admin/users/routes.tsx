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
import { flashTexts, notice } from '../../../platform/http/flash.ts'
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
import { saveSessionsEnd, saveTwoFactorRemoval } from './security/commands.ts'
import { sessionsEndForm, twoFactorRemovalForm } from './security/forms.ts'
import { UserPage } from './user-page.tsx'

const redirectWith = flashTexts({
  user_suspended: 'Suspended and signed out everywhere.',
  suspension_changed: 'Suspension changed.',
  suspension_unchanged: notice('Nothing changed, so nobody was notified.'),
  suspension_ended: 'Suspension ended.',
  user_signed_out: 'Signed out everywhere.',
  two_factor_removed: 'Two-factor sign-in removed. They have been notified.',
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
  const { reason, until } = form.value
  const href = routes.admin.user.href({ userId: user.id })
  if (reason === user.suspensionReason && until === user.suspendedUntil)
    return redirectWith(c, 'suspension_unchanged', href)

  const saved = await saveSuspensionChange(c.var.db, user, form.value, actionContextOf(c))
  if (!saved.ok) return showConflict(c, await find(c, user.id), form)
  return redirectWith(c, 'suspension_changed', href)
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

userRoutes.post(routes.admin.sessionsEnd.pattern, withId, async (c) => {
  const details = await findOther(c, c.req.valid('param').userId)
  const { user } = details
  const form = await parseForm(c, sessionsEndForm)
  if (!form.ok) return showUser(c, details, form, 422)
  const saved = await saveSessionsEnd(c.var.db, user.id, form.value.sessionsReason, actionContextOf(c))
  if (!saved.ok) return showConflict(c, await find(c, user.id), form)
  return redirectWith(c, 'user_signed_out', routes.admin.user.href({ userId: user.id }))
})

userRoutes.post(routes.admin.twoFactorRemoval.pattern, withId, async (c) => {
  const details = await findOther(c, c.req.valid('param').userId)
  const { user } = details
  const form = await parseForm(c, twoFactorRemovalForm)
  if (!form.ok) return showUser(c, details, form, 422)
  const saved = await saveTwoFactorRemoval(c.var.db, user.id, form.value.twoFactorReason, actionContextOf(c))
  if (!saved.ok) return showConflict(c, await find(c, user.id), form)
  return redirectWith(c, 'two_factor_removed', routes.admin.user.href({ userId: user.id }))
})

/** Somebody else than the admin, whose own security is in their settings, with password and code. */
async function findOther(c: AppContext, userId: UserId): Promise<UserDetails> {
  if (userId === viewerOf(c).id) throw forbidden('Use your own security settings.')
  return find(c, userId)
}

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
    page: <UserPage details={details} viewer={viewerOf(c)} form={form} asks={c.req.query('ask')} />,
    status,
  })
}
