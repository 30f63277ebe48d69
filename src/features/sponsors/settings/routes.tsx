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
import { saveApprovedProfile, withdrawName } from '../renaming/commands.ts'
import { SponsorSettingsPage } from './sponsor-settings-page.tsx'

const redirectWith = flashTexts({
  ...saved,
  name_waiting: 'Saved. Your new name waits for approval. Until then, your old one stays.',
  name_withdrawn: 'Withdrawn. Your name stays as it is.',
})

/** Influencers have their own page at the same URL: see `influencers/settings`. */
export const sponsorSettings = new Hono<AppEnv>()

sponsorSettings.use(routes.settings.profile.pattern, roles(...settingsPages.profile.roles))
sponsorSettings.get(routes.settings.profile.pattern, onlyFor('sponsor', showStored))
sponsorSettings.post(routes.settings.profile.pattern, onlyFor('sponsor', save))

async function showStored(c: AppContext) {
  const sponsor = await findOwnSponsor(c.var.db, viewerOf(c).id)
  if (!sponsor) throw notFound()
  return show(c, formFrom(sponsorFields, sponsor), sponsor.requestedName)
}

sponsorSettings.use(routes.settings.nameWithdrawal.pattern, roles('sponsor'))
sponsorSettings.post(routes.settings.nameWithdrawal.pattern, async (c) => {
  const withdrawn = await withdrawName(c.var.db, viewerOf(c).id, c.var.now)
  const href = routes.settings.profile.href()
  // An admin has answered meanwhile. The page shows the name as it is now.
  return withdrawn.ok ? redirectWith(c, 'name_withdrawn', href) : c.redirect(href, 303)
})

async function save(c: AppContext) {
  const form = await parseForm(c, sponsorProfileForm)
  if (!form.ok) return showFailed(c, form)

  const { id, status } = viewerOf(c)
  const { db, now } = c.var
  if (status !== 'active' && (await saveSponsorProfile(db, id, form.value, now)).ok)
    return redirectWith(c, 'saved', routes.waiting.show.href())
  const waiting = await saveApprovedProfile(db, id, form.value, now)
  const isNew = waiting !== null && waiting === form.value.companyName
  return redirectWith(c, isNew ? 'name_waiting' : 'saved', routes.settings.profile.href())
}

async function showFailed(c: AppContext, form: FormState) {
  const sponsor = await findOwnSponsor(c.var.db, viewerOf(c).id)
  return show(c, form, sponsor?.requestedName ?? null, 422)
}

function show(c: AppContext, form: FormState, requestedName: string | null, status: 200 | 422 = 200) {
  const page = <SponsorSettingsPage viewer={viewerOf(c)} form={form} requestedName={requestedName} />
  return renderPage(c, { title: 'Your profile', page, status })
}
