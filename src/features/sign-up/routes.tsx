import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { type FormState, formWith, parseForm, withErrors } from '../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../platform/http/context.ts'
import { flashTexts } from '../../platform/http/flash.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import { clientAddress } from '../accounts/client-address.ts'
import { signUp as makeAccount } from './commands.ts'
import { type AccountForm, influencerSignUpForm, sponsorSignUpForm } from './forms.ts'
import { guessLocation } from './guess-location.ts'
import type { Newcomer } from './new-account.ts'
import { ChooseRolePage, InfluencerSignUpPage, SponsorSignUpPage } from './sign-up-page.tsx'

const redirectWith = flashTexts({
  welcome:
    'Your account is ready. If you had one already with this e-mail address, look into your mailbox instead.',
})

export const signUp = new Hono<AppEnv>()

signUp.get(routes.signUp.choose.pattern, (c) => show(c, <ChooseRolePage />))
signUp.get(routes.signUp.sponsor.pattern, (c) => show(c, <SponsorSignUpPage form={emptyForm(c)} />))
signUp.get(routes.signUp.influencer.pattern, (c) => show(c, <InfluencerSignUpPage form={emptyForm(c)} />))

signUp.post(routes.signUp.sponsor.pattern, async (c) => {
  const form = await parseForm(c, sponsorSignUpForm)
  if (!form.ok) return show(c, <SponsorSignUpPage form={form} />, 422)

  const { companyName, industry, budget, website, about, ...account } = form.value
  const problems = await join(c, account, companyName, {
    role: 'sponsor',
    fields: { companyName, industry, budget, website, about },
  })
  if (problems) return show(c, <SponsorSignUpPage form={withErrors(form, problems)} />, 422)
  return redirectWith(c, 'welcome', routes.signIn.href())
})

signUp.post(routes.signUp.influencer.pattern, async (c) => {
  const form = await parseForm(c, influencerSignUpForm)
  if (!form.ok) return show(c, <InfluencerSignUpPage form={form} />, 422)

  const { category, niche, bio, country, city, languages, ...account } = form.value
  const problems = await join(c, account, account.username, {
    role: 'influencer',
    fields: { category, niche, bio, country, city, languages },
  })
  if (problems) return show(c, <InfluencerSignUpPage form={withErrors(form, problems)} />, 422)
  return redirectWith(c, 'welcome', routes.signIn.href())
})

/** Gives what has to be said at which field where it was refused. */
async function join(
  c: AppContext,
  { username, email, password, ...chosen }: AccountForm,
  name: string,
  profile: Newcomer['profile'],
): Promise<Record<string, string> | null> {
  const displayName = chosen.displayName ?? name
  const timeZone = chosen.timeZone ?? guessLocation(c).timeZone
  const newcomer = { username, email, password, displayName, timeZone, profile }
  const made = await makeAccount(c.var.db, newcomer, clientAddress(c), c.var.now)
  return made.ok ? null : explain[made.refusal]
}

const explain = {
  username_taken: { username: 'This username is taken: choose another' },
  too_many: { form: 'Too many accounts were made from your network. Wait a little, then try again.' },
}

function show(c: AppContext, page: Child, status: 200 | 422 = 200) {
  if (c.var.viewer) return c.redirect(routes.home.href(), 303)
  return renderPage(c, { title: 'Sign up', page, status })
}

function emptyForm(c: AppContext): FormState {
  const { timeZone, country } = guessLocation(c)
  return formWith({ timeZone, country })
}
