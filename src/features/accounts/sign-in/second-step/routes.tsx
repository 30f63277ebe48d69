import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/context.ts'
import { sendCookies } from '../../../../platform/http/cookies.ts'
import { flashTexts, notice } from '../../../../platform/http/flash.ts'
import { renderPage } from '../../../../platform/http/render.ts'
import { query } from '../../../../platform/http/validate.ts'
import { routes } from '../../../../routes.ts'
import { originOf } from '../../../security-log/origin.ts'
import { clientAddress } from '../../client-address.ts'
import { startSession } from '../../sessions/start-session.ts'
import { checkCode } from '../../two-factor/check-code.ts'
import { codeForm, codeQuery, explainCode } from '../../two-factor/forms.ts'
import { arrivalHref } from '../arrival.ts'
import { readDevice } from '../devices.ts'
import { signInQuery } from '../forms.ts'
import { forgiveTypos } from '../sign-in-limits.ts'
import { CodePage } from './code-page.tsx'
import { endSecondStep, isForPassword, pendingSignIn } from './pending-sign-in.ts'

const redirectWith = flashTexts({
  sign_in_over: notice('Please sign in again. Your code must follow your password within 10 minutes.'),
})

const withNext = query(signInQuery.extend(codeQuery.shape))

/** The second step of a sign-in with two-factor: the code. */
export const secondStep = new Hono<AppEnv>()

secondStep.get(routes.signInCode.pattern, withNext, (c) => {
  const { next, use } = c.req.valid('query')
  if (c.var.viewer) return c.redirect(next ?? routes.home.href(), 303)
  if (!pendingSignIn(c)) return startOver(c, next)
  return show(c, { next, kind: use ?? 'app' }, formWith())
})

secondStep.post(routes.signInCode.pattern, withNext, async (c) => {
  const { next, use: kind = 'app' } = c.req.valid('query')
  const pending = pendingSignIn(c)
  if (!pending) return startOver(c, next)
  const form = await parseForm(c, codeForm)
  if (!form.ok) return show(c, { next, kind }, form, 422)

  const { userId, account, by, device } = pending
  const origin = originOf(c)
  const checked = await checkCode(c.var, userId, { kind, text: form.value.code, device }, origin)
  if (!checked.ok && checked.refusal === 'off') return startOver(c, next)
  if (!checked.ok)
    return show(c, { next, kind }, withErrors(form, { code: explainCode[kind][checked.refusal] }), 422)
  const { passwordHash, accept } = checked.value
  if (!isForPassword(pending, passwordHash)) return startOver(c, next)

  const cookieHeader = c.req.header('Cookie')
  const attempt = { account, address: clientAddress(c), device: readDevice(c.var.env, cookieHeader) }
  const session = await startSession(
    c.var,
    { userId, passwordHash },
    { cookieHeader, origin, also: 'code', statements: [...accept, ...forgiveTypos(attempt, by)] },
  )
  if (!session.ok && session.refusal === 'used')
    return show(c, { next, kind }, withErrors(form, { code: explainCode[kind].used }), 422)
  // The account was closed or got another password. Signing in again says which.
  if (!session.ok) return startOver(c, next)
  endSecondStep(c)
  sendCookies(c, session.value)
  return c.redirect(arrivalHref(next), 303)
})

function startOver(c: AppContext, next: string | null) {
  endSecondStep(c)
  return redirectWith(c, 'sign_in_over', routes.signIn.href({ next }))
}

type Shown = { readonly next: string | null; readonly kind: 'app' | 'recovery' }

function show(c: AppContext, { next, kind }: Shown, form: FormState, status: 200 | 422 = 200) {
  // A code is of no use twice, so it is not shown again.
  const emptied = { ...form, values: {} }
  const page = <CodePage form={emptied} next={next} kind={kind} supportAddress={c.var.env.SUPPORT_ADDRESS} />
  return renderPage(c, { title: 'Enter your code', page, status })
}
