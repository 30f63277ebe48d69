import type { SQL } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { type FormState, formWith, parseForm, withErrors } from '../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../platform/http/context.ts'
import { flashTexts } from '../../platform/http/flash.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import { clientAddress } from '../accounts/client-address.ts'
import { createInfluencerProfile } from '../influencers/commands.ts'
import { createSponsorProfile } from '../sponsors/commands.ts'
import { ChooseRolePage } from './choose-role-page.tsx'
import { type SignUpRefusal, signUp } from './commands.ts'
import { influencerSignUpForm, sponsorSignUpForm } from './forms.ts'
import { guessLocation } from './guess-location.ts'
import { InfluencerSignUpPage, SponsorSignUpPage } from './sign-up-page.tsx'

const redirectWith = flashTexts({
  welcome:
    'Your account is ready. Sign in with your username. We also sent you an e-mail: open the link in it to confirm your address.',
})

export const signUpRoutes = new Hono<AppEnv>()

signUpRoutes.get(routes.signUp.choose.pattern, (c) => show(c, <ChooseRolePage />))

signUpRoutes.get(routes.signUp.sponsor.pattern, (c) => show(c, <SponsorSignUpPage form={emptyForm(c)} />))

signUpRoutes.post(routes.signUp.sponsor.pattern, async (c) => {
  const form = await parseForm(c, sponsorSignUpForm)
  if (!form.ok) return show(c, <SponsorSignUpPage form={form} />, 422)

  const { value } = form
  const account = { ...withDefaults(c, value, value.companyName), role: 'sponsor' } as const
  const createProfile = (userId: SQL) => createSponsorProfile(userId, value, c.var.now)
  const signedUp = await signUp(c.var.db, account, createProfile, requestOf(c))
  if (signedUp.ok) return redirectWith(c, 'welcome', routes.signIn.href())
  return show(c, <SponsorSignUpPage form={withErrors(form, explain[signedUp.refusal])} />, 422)
})

signUpRoutes.get(routes.signUp.influencer.pattern, (c) =>
  show(c, <InfluencerSignUpPage form={emptyForm(c)} />),
)

signUpRoutes.post(routes.signUp.influencer.pattern, async (c) => {
  const form = await parseForm(c, influencerSignUpForm)
  if (!form.ok) return show(c, <InfluencerSignUpPage form={form} />, 422)

  const { value } = form
  const account = { ...withDefaults(c, value, value.username), role: 'influencer' } as const
  const createProfile = (userId: SQL) => [createInfluencerProfile(userId, value)]
  const signedUp = await signUp(c.var.db, account, createProfile, requestOf(c))
  if (signedUp.ok) return redirectWith(c, 'welcome', routes.signIn.href())
  return show(c, <InfluencerSignUpPage form={withErrors(form, explain[signedUp.refusal])} />, 422)
})

const explain: Record<SignUpRefusal, Record<string, string>> = {
  username_taken: { username: 'This username is taken. Choose another one' },
  too_many: {
    form: 'There were too many sign-ups from your network in the last hour. Wait 15 minutes, then send this again with your password.',
  },
}

interface Optional {
  readonly displayName?: string | undefined
  readonly timeZone?: string | undefined
}

/** Fills in what may be left out at sign-up. */
function withDefaults<Account extends Optional>(c: AppContext, account: Account, displayName: string) {
  return {
    ...account,
    displayName: account.displayName ?? displayName,
    timeZone: account.timeZone ?? guessLocation(c).timeZone,
  }
}

function requestOf(c: AppContext) {
  return { clientAddress: clientAddress(c), now: c.var.now }
}

function emptyForm(c: AppContext): FormState {
  return formWith({ ...guessLocation(c) })
}

function show(c: AppContext, page: Child, status: 200 | 422 = 200) {
  if (c.var.viewer) return c.redirect(routes.home.href(), 303)
  return renderPage(c, { title: 'Sign up', page, status })
}
