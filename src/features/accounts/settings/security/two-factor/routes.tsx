import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../../../platform/http/context.ts'
import { flashTexts, notice } from '../../../../../platform/http/flash.ts'
import { viewerOf } from '../../../../../platform/http/guards.ts'
import { renderPage } from '../../../../../platform/http/render.ts'
import { query } from '../../../../../platform/http/validate.ts'
import { routes } from '../../../../../routes.ts'
import { originOf } from '../../../../security-log/origin.ts'
import { explainCurrentPassword } from '../../../passwords/explain-current-password.ts'
import { sessionIdOf } from '../../../sessions/session-token.ts'
import { checkCode } from '../../../two-factor/check-code.ts'
import { finishSetup, isSettingUp, startSetup, switchOff } from '../../../two-factor/commands.ts'
import {
  codeForm,
  codeQuery,
  explainCode,
  passwordOnlyForm,
  switchOffForm,
} from '../../../two-factor/forms.ts'
import { selectTwoFactor } from '../../../two-factor/queries.ts'
import { unsealSecret } from '../../../two-factor/stored-secret.ts'
import { confirmPassword } from '../../password/commands.ts'
import { recoveryCodeSettings } from './recovery-codes.tsx'
import { RemovalPage } from './removal-page.tsx'
import { SetupPage, StartPage } from './setup-pages.tsx'
import { showOnce } from './shown-codes.ts'

const redirectWith = flashTexts({
  two_factor_off: 'Two-factor sign-in is off.',
  two_factor_is_on: notice('Two-factor sign-in is on already.'),
  two_factor_is_off: notice('Two-factor sign-in is off.'),
})

export const twoFactorSettings = new Hono<AppEnv>()

const { security } = routes.settings

twoFactorSettings.get(security.twoFactor.pattern, (c) =>
  viewerOf(c).hasTwoFactor
    ? redirectWith(c, 'two_factor_is_on', security.show.href())
    : showStart(c, formWith()),
)

twoFactorSettings.post(security.twoFactor.pattern, async (c) => {
  const form = await parseForm(c, passwordOnlyForm)
  if (!form.ok) return showStart(c, form, 422)
  const confirmed = await confirmPassword(c.var, viewerOf(c).id, form.value.currentPassword, originOf(c))
  if (!confirmed.ok) return showStart(c, withErrors(form, explainCurrentPassword[confirmed.refusal]), 422)

  const started = await startSetup(c.var, confirmed.value, ownSessionId(c))
  if (started.ok) return c.redirect(security.twoFactorSetup.href(), 303)
  if (started.refusal === 'is_on') return redirectWith(c, 'two_factor_is_on', security.show.href())
  return showStart(c, withErrors(form, explainCurrentPassword.wrong), 422)
})

twoFactorSettings.get(security.twoFactorSetup.pattern, async (c) => {
  const setup = await findSetup(c)
  return setup ? showSetup(c, setup.secret, formWith()) : c.redirect(security.twoFactor.href(), 303)
})

twoFactorSettings.post(security.twoFactorSetup.pattern, async (c) => {
  const setup = await findSetup(c)
  if (!setup) return c.redirect(security.twoFactor.href(), 303)
  const form = await parseForm(c, codeForm)
  if (!form.ok) return showSetup(c, setup.secret, form, 422)

  const { id: userId } = viewerOf(c)
  const { code } = form.value
  const finished = await finishSetup(c.var, { userId, state: setup.state, code, origin: originOf(c) })
  if (!finished.ok && finished.refusal === 'gone') return c.redirect(security.twoFactor.href(), 303)
  if (!finished.ok) return showSetup(c, setup.secret, withErrors(form, { code: explainCode.app.wrong }), 422)
  showOnce(c, finished.value)
  return c.redirect(security.recoveryCodes.href(), 303)
})

twoFactorSettings.get(security.twoFactorRemoval.pattern, query(codeQuery), (c) =>
  viewerOf(c).hasTwoFactor
    ? showRemoval(c, c.req.valid('query').use ?? 'app', formWith())
    : redirectWith(c, 'two_factor_is_off', security.show.href()),
)

twoFactorSettings.post(security.twoFactorRemoval.pattern, query(codeQuery), async (c) => {
  const kind = c.req.valid('query').use ?? 'app'
  const form = await parseForm(c, switchOffForm)
  if (!form.ok) return showRemoval(c, kind, form, 422)
  const { id: userId } = viewerOf(c)
  const confirmed = await confirmPassword(c.var, userId, form.value.currentPassword, originOf(c))
  if (!confirmed.ok)
    return showRemoval(c, kind, withErrors(form, explainCurrentPassword[confirmed.refusal]), 422)

  const origin = originOf(c)
  const checked = await checkCode(c.var, userId, { kind, text: form.value.code }, origin)
  if (!checked.ok)
    return showRemoval(c, kind, withErrors(form, { code: explainCode[kind][checked.refusal] }), 422)
  const done = await switchOff(c.var, confirmed.value, checked.value.accept, origin)
  if (done.ok) return redirectWith(c, 'two_factor_off', security.show.href())
  const error = done.refusal === 'used' ? { code: explainCode[kind].used } : explainCurrentPassword.wrong
  return showRemoval(c, kind, withErrors(form, error), 422)
})

twoFactorSettings.route('/', recoveryCodeSettings)

/** The setup that this session has begun, with its secret. Null if there is none, or if its time is over. */
async function findSetup(c: AppContext) {
  const { id } = viewerOf(c)
  const { db, env, now } = c.var
  const [state] = await selectTwoFactor(db, id)
  if (!state || !isSettingUp(state, sessionIdOf(env, c.req.header('Cookie')), now)) return null
  const secret = unsealSecret(env, id, state.secret)
  return secret === null ? null : { state, secret }
}

function ownSessionId(c: AppContext): string {
  const id = sessionIdOf(c.var.env, c.req.header('Cookie'))
  if (id === null) throw new Error('A viewer has a session.')
  return id
}

function showStart(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  const viewer = viewerOf(c)
  const isNeeded = viewer.role === 'admin' && c.var.env.ADMIN_TWO_FACTOR === 'required'
  const page = <StartPage viewer={viewer} form={form} isNeeded={isNeeded} />
  return renderPage(c, { title: 'Set up two-factor sign-in', page, status })
}

function showSetup(c: AppContext, secret: string, form: FormState, status: 200 | 422 = 200) {
  const page = <SetupPage viewer={viewerOf(c)} secret={secret} form={form} />
  return renderPage(c, { title: 'Set up two-factor sign-in', page, status })
}

function showRemoval(c: AppContext, kind: 'app' | 'recovery', form: FormState, status: 200 | 422 = 200) {
  const page = <RemovalPage viewer={viewerOf(c)} kind={kind} form={form} />
  return renderPage(c, { title: 'Switch off two-factor sign-in', page, status })
}
