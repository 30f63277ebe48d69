import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../../../platform/http/context.ts'
import { flashTexts, notice } from '../../../../../platform/http/flash.ts'
import { viewerOf } from '../../../../../platform/http/guards.ts'
import { renderPage } from '../../../../../platform/http/render.ts'
import { routes } from '../../../../../routes.ts'
import { originOf } from '../../../../security-log/origin.ts'
import { explainCurrentPassword } from '../../../passwords/explain-current-password.ts'
import { makeRecoveryCodes } from '../../../two-factor/commands.ts'
import { passwordOnlyForm } from '../../../two-factor/forms.ts'
import { confirmPassword } from '../../password/commands.ts'
import { NewCodesPage, ShownCodesPage } from './recovery-codes-pages.tsx'
import { codesToShow, forgetShownCodes, showOnce } from './shown-codes.ts'

const redirectWith = flashTexts({
  recovery_codes_saved: 'Two-factor sign-in is on, and you have your recovery codes.',
  needs_two_factor: notice('Set up two-factor sign-in first. You then get recovery codes.'),
})

/** New recovery codes: shown once, and made again. */
export const recoveryCodeSettings = new Hono<AppEnv>()

const { security } = routes.settings

recoveryCodeSettings.get(security.recoveryCodes.pattern, (c) => {
  const codes = codesToShow(c)
  if (!viewerOf(c).hasTwoFactor) return redirectWith(c, 'needs_two_factor', security.show.href())
  if (codes === null) return showForm(c, formWith())
  const page = <ShownCodesPage viewer={viewerOf(c)} codes={codes} />
  return renderPage(c, { title: 'Your recovery codes', page })
})

recoveryCodeSettings.post(security.recoveryCodes.pattern, async (c) => {
  const form = await parseForm(c, passwordOnlyForm)
  if (!form.ok) return showForm(c, form, 422)
  const confirmed = await confirmPassword(c.var, viewerOf(c).id, form.value.currentPassword, originOf(c))
  if (!confirmed.ok) return showForm(c, withErrors(form, explainCurrentPassword[confirmed.refusal]), 422)

  const made = await makeRecoveryCodes(c.var, confirmed.value, originOf(c))
  if (!made.ok && made.refusal === 'is_off') return redirectWith(c, 'needs_two_factor', security.show.href())
  if (!made.ok) return showForm(c, withErrors(form, explainCurrentPassword.wrong), 422)
  showOnce(c, made.value)
  return c.redirect(security.recoveryCodes.href(), 303)
})

recoveryCodeSettings.post(security.recoveryCodesSaved.pattern, (c) => {
  forgetShownCodes(c)
  return redirectWith(c, 'recovery_codes_saved', security.show.href())
})

function showForm(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  const page = <NewCodesPage viewer={viewerOf(c)} form={form} />
  return renderPage(c, { title: 'New recovery codes', page, status })
}
