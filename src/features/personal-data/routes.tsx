import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../platform/http/context.ts'
import { flashTexts } from '../../platform/http/flash.ts'
import { actionContextOf, roles, viewerOf } from '../../platform/http/guards.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import { explainCurrentPassword } from '../accounts/passwords/explain-current-password.ts'
import { confirmPassword } from '../accounts/settings/password/commands.ts'
import { settingsPages } from '../accounts/settings/settings-pages.ts'
import { startWriting } from '../exports/stored/start-writing.ts'
import { originOf } from '../security-log/origin.ts'
import { keepAccount, requestDeletion } from './deletion/commands.ts'
import { explainRefusal } from './deletion/deletion.ts'
import { DeletionPage } from './deletion/deletion-page.tsx'
import { requestPersonalExport } from './export/request.ts'
import { writeFiles } from './export/write-files.ts'
import { deletionForm } from './forms.ts'
import { mayKeep } from './policy.ts'
import { findState } from './queries.ts'
import { DataPage } from './settings/data-page.tsx'

const redirectWith = flashTexts({
  data_requested: "We're preparing your file. We'll e-mail you when it's ready.",
  account_kept: 'Welcome back. Your account is as it was.',
})

const pages = routes.settings.data

export const personalDataRoutes = new Hono<AppEnv>()

for (const { pattern } of Object.values(pages)) {
  personalDataRoutes.use(pattern, roles(...settingsPages.data.roles))
}

personalDataRoutes.get(pages.show.pattern, (c) => showData(c))

personalDataRoutes.post(pages.exports.pattern, async (c) => {
  if (!c.var.env.FILES) return showData(c, 'Files like this are switched off here. Please write to us.')
  const requested = await requestPersonalExport(c.var.db, viewerOf(c).id, actionContextOf(c))
  if (!requested.ok) return showData(c, 'You can ask for one file a day. The last one is below.')
  startWriting(c, writeFiles)
  return redirectWith(c, 'data_requested', pages.show.href())
})

personalDataRoutes.get(pages.deletion.pattern, (c) => showDeletion(c, formWith()))

personalDataRoutes.post(pages.deletion.pattern, async (c) => {
  const viewer = viewerOf(c)
  const form = await parseForm(c, deletionForm)
  if (!form.ok) return showDeletion(c, form, 422)

  const confirmed = await confirmPassword(c.var, viewer.id, form.value.currentPassword, originOf(c))
  if (!confirmed.ok) return showDeletion(c, withErrors(form, explainCurrentPassword[confirmed.refusal]), 422)
  const requested = await requestDeletion(c.var.db, viewer, actionContextOf(c), confirmed.value)
  if (requested.ok) return c.redirect(pages.show.href(), 303)
  return showDeletion(c, withErrors(form, { form: explainRefusal(requested.refusal) }), 422)
})

personalDataRoutes.post(pages.deletionEnd.pattern, async (c) => {
  const { deletion } = await findState(c.var.db, viewerOf(c).id, c.var.now)
  if (!deletion) return c.redirect(pages.show.href(), 303)
  if (!mayKeep(deletion, c.var.now)) return showData(c, 'Only an admin can stop this. Please write to us.')
  const kept = await keepAccount(c.var.db, deletion, actionContextOf(c))
  if (!kept.ok) return c.redirect(pages.show.href(), 303)
  return redirectWith(c, 'account_kept', routes.home.href())
})

async function showData(c: AppContext, refusal?: string) {
  const viewer = viewerOf(c)
  const state = await findState(c.var.db, viewer.id, c.var.now)
  const page = <DataPage viewer={viewer} state={state} refusal={refusal} />
  return renderPage(c, { title: 'Your data', page, status: refusal === undefined ? 200 : 422 })
}

async function showDeletion(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  const viewer = viewerOf(c)
  const { deletion, hasRunning } = await findState(c.var.db, viewer.id, c.var.now)
  if (deletion) return c.redirect(pages.show.href(), 303)
  const page = <DeletionPage viewer={viewer} form={form} hasRunning={hasRunning} />
  return renderPage(c, { title: 'Delete account', page, status })
}
