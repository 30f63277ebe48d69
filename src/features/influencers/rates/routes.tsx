import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import { formFrom } from '../../../platform/forms/form-from.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts, saved } from '../../../platform/http/flash.ts'
import { roles, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { RateId } from '../../../shared/ids.ts'
import { settingsPages } from '../../accounts/settings/settings-pages.ts'
import { addRate, changeRate, removeRate } from './commands.ts'
import { rateFields, rateForm } from './forms.ts'
import { findOwnRate, listOwnRates, type OwnRate } from './queries.ts'
import { RatePage } from './rate-page.tsx'
import { RatesPage } from './rates-page.tsx'

const redirectWith = flashTexts({
  ...saved,
  rate_added: 'Price added to your rate card.',
  rate_removed: 'Price removed.',
})

const rateParams = params({ rateId: id<RateId>() })

export const rateSettings = new Hono<AppEnv>()

rateSettings.use('/settings/rates/*', roles(...settingsPages.rates.roles))

rateSettings.get(routes.settings.rates.index.pattern, (c) => showAll(c, formWith()))

rateSettings.post(routes.settings.rates.index.pattern, async (c) => {
  const form = await parseForm(c, rateForm)
  if (!form.ok) return showAll(c, form, 422)

  const added = await addRate(c.var.db, viewerOf(c).id, form.value)
  if (!added.ok) return showAll(c, withErrors(form, taken), 422)
  return redirectWith(c, 'rate_added', routes.settings.rates.index.href())
})

rateSettings.get(routes.settings.rates.edit.pattern, rateParams, async (c) => {
  const rate = await ownRate(c, c.req.valid('param').rateId)
  return showOne(c, rate, formFrom(rateFields, rate))
})

rateSettings.post(routes.settings.rates.edit.pattern, rateParams, async (c) => {
  const rate = await ownRate(c, c.req.valid('param').rateId)
  const form = await parseForm(c, rateForm)
  if (!form.ok) return showOne(c, rate, form, 422)

  const changed = await changeRate(c.var.db, viewerOf(c).id, rate.id, form.value)
  if (changed.ok) return redirectWith(c, 'saved', routes.settings.rates.index.href())
  if (changed.refusal === 'gone') throw notFound()
  return showOne(c, rate, withErrors(form, taken), 422)
})

rateSettings.post(routes.settings.rates.removal.pattern, rateParams, async (c) => {
  const removed = await removeRate(c.var.db, viewerOf(c).id, c.req.valid('param').rateId)
  if (!removed.ok) throw notFound()
  return redirectWith(c, 'rate_removed', routes.settings.rates.index.href())
})

const taken = { kind: 'Your rate card already has a price for this. Edit that one instead' }

async function ownRate(c: AppContext, rateId: RateId): Promise<OwnRate> {
  const rate = await findOwnRate(c.var.db, viewerOf(c).id, rateId)
  if (!rate) throw notFound()
  return rate
}

async function showAll(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  const viewer = viewerOf(c)
  const rates = await listOwnRates(c.var.db, viewer.id)
  const page = <RatesPage viewer={viewer} rates={rates} form={form} />
  return renderPage(c, { title: 'Your rate card', page, status })
}

function showOne(c: AppContext, rate: OwnRate, form: FormState, status: 200 | 422 = 200) {
  const page = <RatePage viewer={viewerOf(c)} rate={rate} form={form} />
  return renderPage(c, { title: 'Your rate card', page, status })
}
