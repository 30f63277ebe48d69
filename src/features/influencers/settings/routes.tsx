import { Hono } from 'hono'
import { type FormState, formWith, parseForm } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts, saved } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { toDecimal } from '../../../shared/money.ts'
import { saveSponsorProfile, selectOwnSponsor } from '../../sponsors/commands.ts'
import { influencerProfileForm, sponsorProfileForm } from '../../sponsors/forms.ts'
import { saveInfluencerProfile, selectOwnInfluencer } from './commands.ts'
import { InfluencerProfilePage, SponsorProfilePage } from './profile-page.tsx'

const redirectWith = flashTexts({
  ...saved,
})

export const profile = new Hono<AppEnv>()

profile.get(routes.settings.profile.pattern, async (c) =>
  viewerOf(c).role === 'sponsor'
    ? showSponsor(c, await storedSponsor(c))
    : showInfluencer(c, await storedInfluencer(c)),
)

profile.post(routes.settings.profile.pattern, (c) =>
  viewerOf(c).role === 'sponsor' ? saveSponsor(c) : saveInfluencer(c),
)

async function saveSponsor(c: AppContext) {
  const form = await parseForm(c, sponsorProfileForm)
  if (!form.ok) return showSponsor(c, form, 422)

  const { id, status } = viewerOf(c)
  await saveSponsorProfile(c.var.db, id, form.value)
  return redirectWith(
    c,
    'saved',
    status === 'active' ? routes.settings.profile.href() : routes.waiting.show.href(),
  )
}

async function saveInfluencer(c: AppContext) {
  const form = await parseForm(c, influencerProfileForm)
  if (!form.ok) return showInfluencer(c, form, 422)

  await saveInfluencerProfile(c.var.db, viewerOf(c).id, form.value)
  return redirectWith(c, 'saved', routes.settings.profile.href())
}

async function storedSponsor(c: AppContext): Promise<FormState> {
  const [sponsor] = await selectOwnSponsor(c.var.db, viewerOf(c).id)
  if (!sponsor) throw notFound()
  const { companyName, industry, yearlyBudget, website, about } = sponsor
  const budget = yearlyBudget === null ? null : toDecimal(yearlyBudget)
  return formWith({ companyName, industry, budget, website, about })
}

async function storedInfluencer(c: AppContext): Promise<FormState> {
  const [influencer] = await selectOwnInfluencer(c.var.db, viewerOf(c).id)
  if (!influencer) throw notFound()
  return formWith(influencer)
}

function showSponsor(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  return renderPage(c, {
    title: 'Your profile',
    page: <SponsorProfilePage viewer={viewerOf(c)} form={form} />,
    status,
  })
}

function showInfluencer(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  const page = <InfluencerProfilePage viewer={viewerOf(c)} form={form} />
  return renderPage(c, { title: 'Your profile', page, status })
}
