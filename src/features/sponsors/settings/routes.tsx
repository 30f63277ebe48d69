import { Hono } from 'hono'
import { type FormState, parseForm } from '../../../platform/forms/form.ts'
import { formFrom } from '../../../platform/forms/form-from.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts, saved } from '../../../platform/http/flash.ts'
import { onlyFor, roles, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { settingsPages } from '../../accounts/settings/settings-pages.ts'
import { saveSponsorProfile } from '../commands.ts'
import { sponsorFields, sponsorProfileForm } from '../forms.ts'
import { findOwnSponsor } from '../queries.ts'
import { SponsorSettingsPage } from './sponsor-settings-page.tsx'

const redirectWith = flashTexts({ ...saved })

/** Influencers have their own page at the same URL: see `influencers/settings`. */
export const sponsorSettings = new Hono<AppEnv>()

sponsorSettings.use(routes.settings.profile.pattern, roles(...settingsPages.profile.roles))
sponsorSettings.get(routes.settings.profile.pattern, onlyFor('sponsor', showStored))
sponsorSettings.post(routes.settings.profile.pattern, onlyFor('sponsor', save))

async function showStored(c: AppContext) {
  const sponsor = await findOwnSponsor(c.var.db, viewerOf(c).id)
  if (!sponsor) throw notFound()
  return show(c, formFrom(sponsorFields, sponsor))
}

async function save(c: AppContext) {
  const form = await parseForm(c, sponsorProfileForm)
  if (!form.ok) return show(c, form, 422)

  const { id, status } = viewerOf(c)
  await saveSponsorProfile(c.var.db, id, form.value, c.var.now)
  const next = status === 'active' ? routes.settings.profile : routes.waiting.show
  return redirectWith(c, 'saved', next.href())
}

function show(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  const page = <SponsorSettingsPage viewer={viewerOf(c)} form={form} />
  return renderPage(c, { title: 'Your profile', page, status })
}
