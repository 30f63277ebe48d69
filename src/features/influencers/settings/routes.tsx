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
import { saveInfluencerProfile } from '../commands.ts'
import { influencerProfileForm, influencerSettingsFields } from '../forms.ts'
import { findOwnInfluencer } from '../queries.ts'
import { InfluencerSettingsPage } from './influencer-settings-page.tsx'

const redirectWith = flashTexts({ ...saved })

/** Sponsors have their own page at the same URL: see `sponsors/settings`. */
export const influencerSettings = new Hono<AppEnv>()

influencerSettings.use(routes.settings.profile.pattern, roles(...settingsPages.profile.roles))
influencerSettings.get(routes.settings.profile.pattern, onlyFor('influencer', showStored))
influencerSettings.post(routes.settings.profile.pattern, onlyFor('influencer', save))

async function showStored(c: AppContext) {
  const influencer = await findOwnInfluencer(c.var.db, viewerOf(c).id)
  if (!influencer) throw notFound()
  return show(c, formFrom(influencerSettingsFields, influencer))
}

async function save(c: AppContext) {
  const form = await parseForm(c, influencerProfileForm)
  if (!form.ok) return show(c, form, 422)

  await saveInfluencerProfile(c.var.db, viewerOf(c).id, form.value)
  return redirectWith(c, 'saved', routes.settings.profile.href())
}

function show(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  const page = <InfluencerSettingsPage viewer={viewerOf(c)} form={form} />
  return renderPage(c, { title: 'Your profile', page, status })
}
